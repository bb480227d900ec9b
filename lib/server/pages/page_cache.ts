import { STATUS_CODE } from "@std/http/status";
import { isRoomName, LOBBY, parseRoomName } from "../../protocol/mod.ts";
import { isInvited } from "../../rooms/mod.ts";
import { invalidHost } from "../http/request.ts";
import { withoutBody } from "../http/response.ts";
import type { MemoryWatch } from "../memory_watch.ts";
import { preferCoding } from "./content_coding.ts";
import { readLanguage } from "./language.ts";
import { compressPiece, type Piece, stitchGzip } from "./stitched_gzip.ts";

/** The paths of the pages that are kept; others are rendered each time. */
export const PAGES = /^\/(?:learn\/?|problems\/?|rooms\/([^/]+))?$/;

/** No character that a name or an address of a host has means anything in HTML or in a script. */
const PLAIN_ORIGIN = /^https?:\/\/[\w.:[\]-]+$/;

/** Unknown outside, so that nothing in a request is taken for a placeholder. */
const MARK = crypto.randomUUID().replaceAll("-", "");

const NONCE = `n${MARK}`;
const ORIGIN = `http://o${MARK}`;
const ROOM = parseRoomName(`r${MARK}`);
const QUERY = `q${MARK}=`;
const PLACEHOLDERS = new RegExp(`(${[NONCE, ORIGIN, ROOM, QUERY].join("|")})`);

/**
 * Answers requests for pages; returns `undefined` for all others. Has `render` make each page once in each language, at
 * an address of placeholders, and fills in what differs between requests: a new nonce, the server's origin, the room,
 * and those parameters of the query that the page only hands on. So the number of pages bounds what is kept. A client
 * that takes gzip gets what was compressed when the page was made. An answer rejects with a refusal: `invalid-host`,
 * `overloaded`.
 */
export function createPageCache(
  render: (req: Request) => Promise<Response>,
  memory: Pick<MemoryWatch, "refuseWhenShort">,
): (req: Request, url: URL) => Promise<Response> | undefined {
  const kept = new Map<string, Page>();

  return (req, url) => {
    if (req.method !== "GET" && req.method !== "HEAD") return undefined;
    const [path, name] = PAGES.exec(url.pathname.replaceAll(/\/+/g, "/")) ?? [];
    if (path === undefined) return undefined;
    const room = name === undefined ? LOBBY : decodeURIComponent(name);
    if (!isRoomName(room)) return undefined;
    // The lobby's links lead elsewhere than those of a room.
    const placeholder = room === LOBBY ? LOBBY : ROOM;
    return answer(req, url, { path: name === undefined ? path : `/rooms/${placeholder}`, room });
  };

  async function answer(req: Request, url: URL, { path, room }: { path: string; room: string }): Promise<Response> {
    if (!PLAIN_ORIGIN.test(url.origin)) throw invalidHost();
    // What a client over HTTP/2 does not take is kept, and not counted by Deno.
    memory.refuseWhenShort();

    const { language, languageChosen } = readLanguage(req, url.searchParams);
    const { query, rest } = splitQuery(url.searchParams);
    if (languageChosen) query.push(`lang=${language}`);
    const address = ORIGIN + path + (query.length > 0 ? `?${query.join("&")}` : "");
    const key = `${language} ${address}`;
    let page = kept.get(key);
    if (page === undefined) {
      const headers = { "accept": req.headers.get("accept") ?? "*/*", "accept-language": language };
      page = await readPage(await render(new Request(address, { headers })));
      if (page.status === STATUS_CODE.OK) kept.set(key, page = compress(page));
    }
    const values = { [NONCE]: makeNonce(), [ORIGIN]: url.origin, [ROOM]: room, [QUERY]: rest };
    const headers = page.headers.map(([name, value]): [string, string] => [name, fill(value, values)]);
    const pieces = preferCoding(req, ["gzip"]) === undefined ? undefined : page.pieces;
    if (pieces !== undefined) headers.push(["content-encoding", "gzip"]);
    const body = pieces === undefined ? fill(page.body, values) : stitchGzip(pieces, valuesIn(page.body, values));
    const response = new Response(body, { status: page.status, headers });
    return req.method === "HEAD" ? await withoutBody(response) : response;
  }
}

/** A rendered page. Its texts are cut at the placeholders, each of which is a piece of its own. */
interface Page {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: readonly string[]])[];
  readonly body: readonly string[];
  /** What is between the placeholders of the body, compressed; only of pages that are kept. */
  readonly pieces?: readonly Piece[];
}

async function readPage(answer: Response): Promise<Page> {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
  const cut = (text: string) => (nonce === undefined ? text : text.replaceAll(nonce, NONCE)).split(PLACEHOLDERS);
  const headers = new Headers(answer.headers);
  headers.append("vary", "accept-encoding");
  return {
    status: answer.status,
    headers: Array.from(headers, ([name, value]) => [name, cut(value)] as const),
    body: cut(await answer.text()),
  };
}

function compress(page: Page): Page {
  return { ...page, pieces: page.body.filter((_, index) => index % 2 === 0).map(compressPiece) };
}

/** What to fill in for the placeholders. */
type Values = Readonly<Record<string, string>>;

function fill(text: readonly string[], values: Values): string {
  return text.map((piece, index) => index % 2 === 0 ? piece : values[piece]).join("");
}

function valuesIn(text: readonly string[], values: Values): string[] {
  return text.filter((_, index) => index % 2 === 1).map((placeholder) => values[placeholder]!);
}

/** What of a query makes another page of it, and the rest as HTML. */
function splitQuery(all: URLSearchParams): { query: string[]; rest: string } {
  const rest = new URLSearchParams(all);
  const query = [];
  rest.delete("lang");
  if (isInvited(rest)) {
    query.push("as=callee");
    rest.delete("as");
  }
  if (rest.size > 0) query.push(QUERY);
  return { query, rest: rest.toString().replaceAll("&", "&amp;") };
}

/** 128 bits of chance, in base64 (Content Security Policy Level 3, section 7.1). */
function makeNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

import { accepts, acceptsLanguages } from "@std/http/negotiation";
import { parseEventId, Refusal, type Side } from "../../protocol/mod.ts";
import { type ETags, namesETag, parseETags } from "../call/call.ts";
import type { ApiContext } from "../define.ts";
import type { Cursor } from "./inbox.ts";

/** Characters that end the host in a URL; Deno joins `Host` and path unchecked (RFC 9112, section 3.3). */
const ENDS_HOST = /[\s/?#@\\]/;

/** The longest header that the server reads, in characters. */
export const MAX_HEADER_CHARS = 1_024;

const ROOMS = "/rooms/";

type HasHeaders = Pick<Request, "headers">;

/**
 * Parses a request's URL, including its host.
 *
 * @throws {Refusal} `invalid-host`, `malformed-url`, `url-too-long`
 */
export function readUrl(req: Request, maxChars: number): URL {
  if (ENDS_HOST.test(req.headers.get("host") ?? "")) throw invalidHost();
  if (req.url.length > maxChars) {
    throw new Refusal("url-too-long", `Cannot read this URL: it is over ${maxChars} characters`, { limit: maxChars });
  }
  // Every path and query parses, so only the host can fail.
  const url = URL.parse(req.url);
  if (url === null || url.username !== "" || url.password !== "") throw invalidHost();
  if (!isDecodable(url.pathname)) {
    throw new Refusal("malformed-url", "Cannot read this URL: its path has a malformed escape");
  }
  return url;
}

/** Makes the refusal of a host that is malformed or unfit for a page. */
export function invalidHost(): Refusal {
  return new Refusal("invalid-host", "Cannot read this request: its host is neither a name nor an address");
}

/** The parts of a path. */
export interface Address {
  /** The decoded segment after `/rooms/`, not checked yet; `undefined` outside, where resources are the lobby's. */
  readonly room: string | undefined;
  /** The rest of the path: a resource's name, or `""` for the room itself. */
  readonly name: string;
}

/** Splits a decodable path into room and resource. Ignores a trailing slash, as Fresh does. */
export function parseAddress(pathname: string): Address {
  const path = pathname.length > 1 && pathname.endsWith("/") ? pathname.slice(0, -1) : pathname;
  if (!path.startsWith(ROOMS)) return { room: undefined, name: path.slice(1) };
  const slash = path.indexOf("/", ROOMS.length);
  const end = slash === -1 ? path.length : slash;
  return { room: decodeURIComponent(path.slice(ROOMS.length, end)), name: path.slice(end + 1) };
}

/** Returns a header that changes what a request means. @throws {Refusal} `header-too-long` */
export function readHeader({ headers }: HasHeaders, name: string): string | null {
  const value = headers.get(name);
  if (value !== null && value.length > MAX_HEADER_CHARS) {
    throw new Refusal("header-too-long", `Cannot read ${name}: it is over ${MAX_HEADER_CHARS} characters`, {
      limit: MAX_HEADER_CHARS,
    });
  }
  return value;
}

/**
 * Returns the media type that `Accept` prefers, `undefined` if it accepts none of them. Without the header, or with one
 * too long to parse, returns the first: a server may disregard preferences (RFC 9110, section 12.1).
 */
export function preferType<T extends string>(request: HasHeaders, ...types: T[]): T | undefined {
  return isTooLong(request, "accept") ? types[0] : accepts(request, ...types);
}

/** Returns the language that `Accept-Language` prefers, or the first if it names none of them. */
export function preferLanguage<T extends string>(request: HasHeaders, languages: readonly [T, ...T[]]): T {
  const [first] = languages;
  return isTooLong(request, "accept-language") ? first : acceptsLanguages(request, ...languages) ?? first;
}

/** Parses a condition, once per request: a waiting read compares it many times. @throws {Refusal} `header-too-long` */
export function readETags(req: HasHeaders, name: "If-Match" | "If-None-Match"): ETags | null {
  const list = readHeader(req, name);
  return list === null ? null : parseETags(list);
}

/** Whether no ETag of an `If-None-Match` matches this one, by weak comparison (RFC 9110, section 13.1.2). */
export function differs(seen: ETags | null, etag: string): boolean {
  return seen === null || !(namesETag(seen, etag) || seen.has(`W/${etag}`));
}

/** Parses `?after=`, the number of `items` that the client has. @throws {Refusal} `invalid-query` */
export function parseAfter({ url }: ApiContext, items: string): number {
  const after = url.searchParams.get("after") ?? "0";
  if (/^\d+$/.test(after)) return Number(after);
  throw new Refusal("invalid-query", `Cannot read ${items}: \`after\` must be a whole number from 0`);
}

/** @throws {Refusal} `invalid-query` */
export function parseSide({ url }: ApiContext, name: "from" | "to"): Side {
  const side = url.searchParams.get(name);
  if (side === "caller" || side === "callee") return side;
  throw new Refusal("invalid-query", `Cannot read the query: \`${name}\` must be caller or callee`, {
    limit: ["caller", "callee"],
  });
}

/**
 * Parses where a reader of messages resumes: after the number in `?after=`, in the call that `If-Match` or `?call=`
 * names. `Last-Event-ID` has both and wins, since a browser reconnects to the stream's first URL.
 *
 * @throws {Refusal} `invalid-query`, `header-too-long`
 */
export function parseCursor(ctx: ApiContext): Cursor {
  const { req, url } = ctx;
  const named = readHeader(req, "If-Match") ?? url.searchParams.get("call") ?? "";
  const isBound = named !== "";
  const last = parseEventId(readHeader(req, "Last-Event-ID") ?? "");
  if (last !== undefined) return { ...last, isBound };
  return { call: named, after: parseAfter(ctx, "messages"), isBound };
}

/** Parses an `Idempotency-Key`, `null` if there is none. @throws {Refusal} `invalid-query` */
export function parseKey(key: unknown): string | null {
  if (key === null || key === undefined) return null;
  if (typeof key === "string" && /^[\x21-\x7e]{1,64}$/.test(key)) return key;
  throw new Refusal("invalid-query", "Cannot use this idempotency key: it must be 1 to 64 visible characters", {
    limit: 64,
  });
}

function isDecodable(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function isTooLong({ headers }: HasHeaders, name: string): boolean {
  return (headers.get(name)?.length ?? 0) > MAX_HEADER_CHARS;
}

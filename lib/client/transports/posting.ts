import { type Message, type Side, SIDES } from "../../protocol/mod.ts";
import type { Http } from "./http.ts";
import { addressOf, parseNews, parseReceipt, type Posting, type Receipt } from "./transport.ts";

/** How long the server may take for an answer it doesn't wait with. */
const TIMEOUT_MS = 10_000;

/** Says things by `POST`. */
export interface Poster {
  /** Says it once, however often the request has to be repeated. @throws {Refused}, {@linkcode Unreachable} */
  post(posting: Posting): Promise<Receipt>;
  /** Says what of it hasn't arrived: it was sent another way, which broke. @throws {Refused}, {@linkcode Unreachable} */
  repost(posting: Posting): Promise<Receipt>;
}

/** Makes what says things for a side. */
export function createPoster(
  { http, role, now }: { http: Http; role: Side; now(): number },
): Poster {
  // Another page in the same role must not take the answer to this one's posting for its own.
  const prefix = crypto.getRandomValues(new Uint32Array(3)).join(".");
  let count = 0;

  async function post({ messages, call }: Posting): Promise<Receipt> {
    const { body, headers } = await http.persist({
      method: "POST",
      path: `/messages?from=${role}`,
      headers: { "idempotency-key": `${prefix}.${++count}`, ...(call === "" ? {} : { "if-match": call }) },
      body: messages,
      timeoutMs: TIMEOUT_MS,
    });
    const date = Date.parse(headers.get("date") ?? "");
    return Number.isNaN(date) ? parseReceipt(body, now(), false) : parseReceipt(body, date, true);
  }

  async function repost(posting: Posting): Promise<Receipt> {
    const path = addressOf(SIDES[role].other, { call: "", after: 0 });
    const { body } = await http.persist({ method: "GET", path, timeoutMs: TIMEOUT_MS });
    const arrived = parseNews(body);
    if (arrived === undefined) return await post(posting);
    const messages = posting.messages.filter((message) => !arrived.messages.some((other) => isSame(message, other)));
    if (messages.length === posting.messages.length) return await post(posting);
    // What opened the call is said again with its name, which only lets it live longer.
    const offer = posting.messages.filter(({ type }) => type === "offer");
    const left = offer.length > 0 ? [...offer, ...messages] : messages;
    if (left.length === 0) return parseReceipt({ call: arrived.call }, now(), false);
    return await post({ messages: left, call: arrived.call });
  }

  return { post, repost };
}

function isSame(one: Message, other: Message): boolean {
  if ("sdp" in one) return "sdp" in other && other.type === one.type && other.sdp === one.sdp;
  if (one.type === "candidate") {
    return other.type === "candidate" && other.candidate.candidate === one.candidate.candidate &&
      other.candidate.sdpMid === one.candidate.sdpMid;
  }
  return one.type === "end-of-candidates" && other.type === one.type;
}

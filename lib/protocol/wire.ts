/**
 * What a page and the server send each other. A call is named by its offer's ETag, `call` below; each side's messages
 * are numbered from 1 within a call. Over WebSockets, one a side:
 *
 * ```text
 *  caller                                server                                callee
 *    | GET /messages?to=caller             |             GET /messages?to=callee |   Upgrade: websocket
 *    |------------------------------------>|<------------------------------------|   subprotocol toucan.v1
 *    | {id, key, messages: [offer]}        |                                     |
 *    |------------------------------------>| {call, next: 1, messages: [offer]}  |
 *    |   {type: "ack", id, call, ttlMs, …} |------------------------------------>|
 *    |<------------------------------------|  {id, key, call, messages: [answer]}|
 *    |                                     |<------------------------------------|
 *    | {call, next: 1, messages: [answer]} | {type: "ack", id, call, ttlMs, …}   |
 *    |<------------------------------------|------------------------------------>|
 *    |            … candidates, in the same way and in both directions …         |
 *    |                                                                           |
 *    |<====================== DataChannel, peer to peer ========================>|
 * ```
 *
 * Without a WebSocket a page sends messages by `POST /messages?from=caller`, with `If-Match: call` and
 * `Idempotency-Key: key`; the body of the response is `{call, next, expiresAt}`. It receives them by `GET
 * /messages?to=caller&call=…&after=…`, as JSON of the same form or as server-sent events, one message each, whose ID is
 * the call and the message's number.
 *
 * The end of a call is a problem (RFC 9457): the body of the response, an event `problem`, or the last frame before the
 * WebSocket is closed with one of {@linkcode CLOSE_CODES}.
 *
 * @module
 */
import { propertiesOf } from "./json.ts";
import type { Message, NumberedMessage } from "./message.ts";
import type { RefusalCode } from "./refusal.ts";
import type { Side } from "./resource.ts";

/** The WebSocket subprotocol (RFC 6455, section 1.9). */
export const SUBPROTOCOL = "toucan.v1";

/** The close codes of a WebSocket the server closes (RFC 6455, section 7.4); the reason is the refusal's code. */
export const CLOSE_CODES = {
  "call-ended": 4410,
  "expired": 4408,
  "offer-replaced": 4412,
  "too-many-waiting": 4429,
  "slow-reader": 4413,
  "shutting-down": 1012,
  "busy": 1013,
  "overloaded": 1013,
  "fault": 1011,
} as const satisfies Partial<Record<RefusalCode, number>>;

/** The last message a reader has. */
export interface Cursor {
  /** The call's ETag; `""` for the call that is there. */
  readonly call: string;
  /** The message's number; 0 before the first. */
  readonly after: number;
}

/** New messages for a reader. */
export interface News {
  /** The call's ETag; `""` while there is none. */
  readonly call: string;
  readonly messages: readonly NumberedMessage[];
  /** The number to go on after. */
  readonly next: number;
  /** The reader's messages are of another call: these are all of this one, from the first. */
  readonly reset?: true;
}

/** Messages that are stored together or not at all. */
export interface Posting {
  readonly messages: readonly Message[];
  /** The call's ETag; `""` where the offer opens a call. */
  readonly call: string;
  /** Idempotency key: however often it is sent, the server stores the posting once. */
  readonly key: string;
}

/** The server has stored a posting. */
export interface Receipt {
  /** The call's ETag. */
  readonly call: string;
  /** How long the call lives unless someone writes to it, in milliseconds; 0 where it is over. */
  readonly ttlMs: number;
}

/** A receipt as a WebSocket's frame. */
export interface Ack extends Receipt {
  readonly type: "ack";
  /** The frame's own. */
  readonly id?: unknown;
  /** The number of this side's last message. */
  readonly next: number;
  /** RFC 3339, by the server's clock. */
  readonly expiresAt: string;
}

/** How long a call is assumed to live where the server doesn't say, or its clock and ours disagree. */
const UNKNOWN_TTL_MS = 60_000;

/** The longest life believed of an `expiresAt` that is compared with this machine's clock. */
const MAX_TTL_MS = 600_000;

/** Where a side reads on, below its room. */
export function addressOf(to: Side, { call, after }: Cursor): string {
  return `/messages?to=${to}&after=${after}${call === "" ? "" : `&call=${encodeURIComponent(call)}`}`;
}

/** A cursor as the ID of a server-sent event. */
export function toEventId({ call, after }: Cursor): string {
  return `${call}.${after}`;
}

/** Parses the ID of a server-sent event; `undefined` where it isn't a cursor. */
export function parseEventId(id: string): Cursor | undefined {
  const [, call, after] = /^("[^"]*")\.(\d+)$/.exec(id) ?? [];
  return call === undefined ? undefined : { call, after: Number(after) };
}

/** Parses news; `undefined` for any other value. */
export function parseNews(value: unknown): News | undefined {
  const { messages, next, call, reset } = propertiesOf(value);
  if (!Array.isArray(messages) || !messages.every(isNumbered)) return undefined;
  if (typeof next !== "number" || typeof call !== "string") return undefined;
  return { messages, next, call, ...(reset === true ? { reset } : {}) };
}

/** Whether a value has what every message has. */
export function isNumbered(value: unknown): value is NumberedMessage {
  const { seq, type } = propertiesOf(value);
  return typeof seq === "number" && typeof type === "string";
}

/**
 * Parses a receipt: an {@linkcode Ack}, or the body of a `POST`'s response, whose `expiresAt` is compared with `now`.
 * That is the server's time if the response had a `Date`, else this machine's, which may be hours off.
 */
export function parseReceipt(value: unknown, now: number, isServerTime: boolean): Receipt {
  const { call: name, expiresAt, ttlMs } = propertiesOf(value);
  const call = typeof name === "string" ? name : "";
  if (typeof ttlMs === "number" && ttlMs > 0) return { call, ttlMs };
  const leftMs = Date.parse(String(expiresAt)) - now;
  if (!(leftMs > 0)) return { call, ttlMs: UNKNOWN_TTL_MS };
  return { call, ttlMs: isServerTime ? leftMs : Math.min(leftMs, MAX_TTL_MS) };
}

import { type Message, type NumberedMessage, refusalCodeOf, REFUSALS } from "../../protocol/mod.ts";
import { Interrupted, Refused } from "../signaling_error.ts";

/** The ways to reach a room's messages, the best one first. All but the first say what is to be said by `POST`. */
export const TRANSPORTS = ["websocket", "event-stream", "long-poll", "short-poll"] as const;

/** One of the ways to reach a room's messages. */
export type TransportName = (typeof TRANSPORTS)[number];

/** How far this side has heard the other one. */
export interface Cursor {
  /** The ETag of the call's offer; `""` for whichever call there is. */
  readonly call: string;
  /** The number of the last message that was heard. */
  readonly after: number;
}

/** What the other side said. */
export interface News {
  readonly call: string;
  readonly messages: readonly NumberedMessage[];
  /** The number of the last one. */
  readonly next: number;
  /** The messages are all there are, whatever was heard before. */
  readonly reset?: boolean;
}

/** What is to be said in one go; `call` is the ETag of the call that is meant, `""` where the offer opens one. */
export interface Posting {
  readonly messages: readonly Message[];
  readonly call: string;
  /** However often and over whichever line it is sent, the server takes it once (its `Idempotency-Key`). */
  readonly key: string;
}

/** What the server answered to a posting; `ttlMs` is how long the call lives from now. */
export interface Receipt {
  readonly call: string;
  readonly ttlMs: number;
}

/** Who is told what a line brings. */
export interface Listener {
  /** The server is asked: a request, a stream or a socket begins. */
  asked(): void;
  /** The way is free: the server's answer has begun. */
  opened(): void;
  heard(news: News): void;
  /** The server answered that there is nothing new. */
  nothing(): void;
}

/** One transport between a side of a call and its room. */
export interface Line {
  readonly name: TransportName;
  /**
   * Hears what is said from the cursor on, until it can't.
   *
   * @throws {Interrupted} where it was cut, {@linkcode Refused} where the call is over, and the abort's reason
   */
  hear(cursor: Cursor, listener: Listener, abort: AbortSignal): Promise<never>;
  /** Says something over the same line, while that hears. @throws {Refused}, {@linkcode Interrupted} */
  readonly say?: (posting: Posting) => Promise<Receipt>;
}

/** How long a way that stays open may take for its first sign of life. */
export const OPEN_MS = 1_500;

/** How long a call is taken to live where the server doesn't say, or seems to live in another time. */
const UNKNOWN_TTL_MS = 60_000;

/** How long a call is taken to live at most: `expiresAt` may be meant for another clock than this machine's. */
const MAX_TTL_MS = 600_000;

/** Where a side's messages are read. */
export function addressOf(to: string, { call, after }: Cursor): string {
  return `/messages?to=${to}&after=${after}${call === "" ? "" : `&call=${encodeURIComponent(call)}`}`;
}

/** Reads what a server sent as news; `undefined` where it is none. */
export function parseNews(value: unknown): News | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { messages, next, call, reset } = value as Record<string, unknown>;
  if (!Array.isArray(messages) || !messages.every(isNumbered)) return undefined;
  if (typeof next !== "number" || typeof call !== "string") return undefined;
  return { messages, next, call, ...(reset === true ? { reset } : {}) };
}

/** Whether a value has what all messages have. */
export function isNumbered(value: unknown): value is NumberedMessage {
  if (typeof value !== "object" || value === null) return false;
  const { seq, type } = value as Record<string, unknown>;
  return typeof seq === "number" && typeof type === "string";
}

/** Reads a receipt. `now` is the server's time where that is known, else this machine's, which may be wrong by hours. */
export function parseReceipt(value: unknown, now: number, isServerTime: boolean): Receipt {
  const { call, expiresAt, ttlMs: told } = (typeof value === "object" ? value ?? {} : {}) as Record<string, unknown>;
  // An acknowledgement over a WebSocket says it outright.
  if (typeof told === "number" && told > 0) return { call: String(call), ttlMs: told };
  const ttlMs = Date.parse(String(expiresAt)) - now;
  return {
    call: typeof call === "string" ? call : "",
    ttlMs: !(ttlMs > 0) ? UNKNOWN_TTL_MS : isServerTime ? ttlMs : Math.min(ttlMs, MAX_TTL_MS),
  };
}

/** A problem that came where messages were awaited: the call's end, or the transport's. */
export function failureOf(problem: unknown): Refused | Interrupted {
  const code = refusalCodeOf(problem);
  const { detail } = (typeof problem === "object" ? problem ?? {} : {}) as { detail?: unknown };
  if (code === undefined || REFUSALS[code] >= 500) {
    return new Interrupted(`Cut off: ${code ?? "no problem known"}`);
  }
  return new Refused(code, typeof detail === "string" ? detail : code);
}

import { addressOf, parseReceipt, type Posting, type Receipt, type Side } from "../../protocol/mod.ts";
import type { Outage } from "../signaling_error.ts";
import { createEventStreamLine } from "./event_stream.ts";
import { createHttp, type Http, type HttpOptions } from "./http.ts";
import { createPollLine } from "./poll.ts";
import { type Line, type TransportName, TRANSPORTS } from "./transport.ts";
import type { Check } from "./receiver.ts";
import { type CreateSocket, createWebSocketLine } from "./web_socket.ts";

export type { CreateSocket } from "./web_socket.ts";
export { type TransportName, TRANSPORTS } from "./transport.ts";

/**
 * Sends messages by `POST`; calls `onRetry` for each attempt that failed.
 *
 * @throws {Unreachable}, {@linkcode Refused}, or the abort's reason
 */
export type Post = (posting: Posting, onRetry?: (outage: Outage) => void) => Promise<Receipt>;

/** How a side of a call reaches its room. */
export interface TransportOptions extends HttpOptions {
  role: Side;
  /** Those to use, the best one first. */
  transports: readonly TransportName[];
  /** `undefined` where there are no WebSockets. */
  createSocket: CreateSocket | undefined;
  /** Epoch milliseconds. */
  now(): number;
}

/** How a side hears, says, and checks that the server is there. */
interface Transports {
  readonly lines: Line[];
  readonly post: Post;
  readonly check: Check;
}

/** How long the server may take to show that it is there, in milliseconds. */
const CHECK_MS = 2_000;

/** How long the server may take to respond to a `POST`. */
const TIMEOUT_MS = 10_000;

/** Parses a transport's name; `undefined` for any other text. */
export function parseTransport(text: string | null): TransportName | undefined {
  return TRANSPORTS.find((name) => name === text);
}

/** Prepares the transports of a side; sends nothing. */
export function createTransports({ transports, ...options }: TransportOptions): Transports {
  const lines = transports.map((name) => createLine(name, options)).filter((line) => line !== undefined);
  const http = createHttp(options);
  return { lines, post: createPost({ ...options, http }), check: createCheck({ ...options, http }) };
}

function createLine(name: TransportName, options: Omit<TransportOptions, "transports">): Line | undefined {
  const { createSocket } = options;
  switch (name) {
    case "websocket":
      return createSocket && createWebSocketLine({ ...options, createSocket });
    case "event-stream":
      return createEventStreamLine(options);
    case "long-poll":
    case "short-poll":
      return createPollLine({ ...options, name });
    default:
      return name satisfies never;
  }
}

/** Creates a check that asks for what a side wants to hear, so that it shows whether the server could say it. */
function createCheck({ http, role }: { http: Http; role: Side }): Check {
  return (cursor) => http.check({ method: "GET", path: addressOf(role, cursor), timeoutMs: CHECK_MS });
}

/** Creates the `POST` of a side. */
function createPost({ http, role, now }: { http: Http; role: Side; now(): number }): Post {
  return async ({ messages, call, key }, onRetry) => {
    const { body, headers } = await http.persist({
      method: "POST",
      path: `/messages?from=${role}`,
      headers: { "idempotency-key": key, ...(call === "" ? {} : { "if-match": call }) },
      body: messages,
      timeoutMs: TIMEOUT_MS,
    }, onRetry);
    const date = Date.parse(headers.get("date") ?? "");
    return Number.isNaN(date) ? parseReceipt(body, now(), false) : parseReceipt(body, date, true);
  };
}

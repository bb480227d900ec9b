import {
  type Cursor,
  type News,
  type Posting,
  propertiesOf,
  type Receipt,
  refusalCodeOf,
  REFUSALS,
} from "../../protocol/mod.ts";
import { Interrupted, Refused } from "../signaling_error.ts";

/** The ways to reach a room's messages, the best one first. All but the first send messages by `POST`. */
export const TRANSPORTS = ["websocket", "event-stream", "long-poll", "short-poll"] as const;

/** One of the ways to reach a room's messages. */
export type TransportName = (typeof TRANSPORTS)[number];

/** Callbacks of a line that is listening. */
export interface Listener {
  /** A request, a stream or a socket begins. */
  asked(): void;
  /** The server has begun to respond. */
  opened(): void;
  heard(news: News): void;
  /** The server responded that there is nothing new. */
  nothing(): void;
}

/** One transport between a side of a call and its room. */
export interface Line {
  readonly name: TransportName;
  /**
   * Receives what comes after the cursor, until that fails.
   *
   * @throws {Interrupted} if it was cut, {@linkcode Refused} if the call is over, or the abort's reason
   */
  hear(cursor: Cursor, listener: Listener, abort: AbortSignal): Promise<never>;
  /** Sends messages over the same connection, while it is listening. @throws {Refused}, {@linkcode Interrupted} */
  readonly say?: (posting: Posting) => Promise<Receipt>;
}

/** How long a connection that stays open may take to show that it is. */
export const OPEN_MS = 1_500;

/** Turns a problem that came in place of messages into an error: the call is over, or the transport failed. */
export function failureOf(problem: unknown): Refused | Interrupted {
  const code = refusalCodeOf(problem);
  if (code === undefined || REFUSALS[code] >= 500) return new Interrupted(`Cut off: ${code ?? "no problem known"}`);
  const { detail } = propertiesOf(problem);
  return new Refused(code, typeof detail === "string" ? detail : code);
}

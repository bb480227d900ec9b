import type { Refusal, RefusalCode } from "./refusal.ts";

/** The title of each refusal. Apart from the refusals, since the page has words of its own. */
export const TITLES = {
  "no-offer": "Nobody has offered in this room yet",
  "no-answer": "Nobody has answered this offer yet",
  "answer-taken": "Somebody else has answered this offer",
  "offer-replaced": "This offer is no longer the open one",
  "call-ended": "This call is over",
  "expired": "This call has expired",
  "slow-reader": "The reader takes too long to take what is said",
  "shutting-down": "This server is about to stop",
  "too-many-candidates": "This side has sent all the candidates it may",
  "invalid-room": "This cannot be a room's name",
  "invalid-query": "A query parameter has a value it cannot have",
  "not-json": "The body is not JSON",
  "unreadable-body": "The body ended before it was complete",
  "invalid-body": "The body is JSON of another shape",
  "key-reused": "This idempotency key was used for something else",
  "too-large": "This is larger than the server takes",
  "unsupported-media-type": "This resource takes another media type",
  "slow-body": "The body took too long to arrive",
  "too-many-chunks": "The body comes in too many pieces",
  "invalid-host": "This cannot be a host's name",
  "malformed-url": "The URL has an escape that means nothing",
  "url-too-long": "The URL is longer than the server takes",
  "header-too-long": "A header is longer than the server takes",
  "not-found": "There is nothing at this address",
  "method-not-allowed": "This resource does not take this method",
  "busy": "Too many are writing to this room at once",
  "too-many-waiting": "Too many requests are waiting",
  "full": "The server's storage is full",
  "overloaded": "The server is short of memory",
  "unavailable": "The server cannot reach its database",
  "fault": "The server failed",
} as const satisfies Record<RefusalCode, string>;

/** The body of a refusal (RFC 9457, section 3.1). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  limit?: number | readonly string[];
}

/** Turns a refusal into the body of a response. */
export function toProblem({ code, status, detail, options }: Refusal): Problem {
  return {
    type: `/problems#${code}`,
    title: TITLES[code],
    status,
    detail,
    ...(options.limit === undefined ? {} : { limit: options.limit }),
  };
}

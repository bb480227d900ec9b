import type { Refusal, RefusalCode } from "./refusal.ts";

/** The title of each refusal. Apart from `REFUSALS`, so that the page, which has its own words, doesn't load them. */
export const TITLES = {
  "no-offer": "There is no offer in this room yet",
  "no-answer": "There is no answer to this offer yet",
  "answer-taken": "Someone else has answered this offer",
  "offer-replaced": "This offer is no longer open",
  "call-ended": "This call is over",
  "expired": "This call has expired",
  "slow-reader": "The client reads too slowly",
  "shutting-down": "This server is shutting down",
  "too-many-candidates": "This side has sent as many candidates as it may",
  "invalid-room": "This is not a valid room name",
  "invalid-query": "A query parameter has an invalid value",
  "not-json": "The body is not JSON",
  "unreadable-body": "The body ended before it was complete",
  "invalid-body": "The body is JSON of the wrong form",
  "key-reused": "This idempotency key was used for something else",
  "too-large": "This is larger than the server accepts",
  "unsupported-media-type": "This resource does not accept this media type",
  "slow-body": "The body took too long to arrive",
  "too-many-chunks": "The body is in too many chunks",
  "invalid-host": "This is not a valid host",
  "malformed-url": "The URL has an invalid escape",
  "url-too-long": "The URL is longer than the server accepts",
  "header-too-long": "A header is longer than the server accepts",
  "not-found": "There is nothing at this address",
  "method-not-allowed": "This resource does not allow this method",
  "busy": "Too many clients are writing to this room at once",
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

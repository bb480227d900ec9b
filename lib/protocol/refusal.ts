/**
 * Everything the server refuses, and why. A client switches on the code, which is the fragment of the problem's `type`
 * (RFC 9457): `/problems#no-offer`.
 */
export const REFUSALS = {
  "no-offer": { status: 404, title: "Nobody has offered in this room yet" },
  "no-answer": { status: 404, title: "Nobody has answered this offer yet" },
  "answer-taken": { status: 409, title: "Somebody else has answered this offer" },
  "offer-replaced": { status: 412, title: "This offer is no longer the open one" },
  "call-ended": { status: 410, title: "This call is over" },
  "expired": { status: 410, title: "This call has expired" },
  "slow-reader": { status: 503, title: "The reader takes too long to take what is said" },
  "shutting-down": { status: 503, title: "This server is about to stop" },
  "too-many-candidates": { status: 409, title: "This side has sent all the candidates it may" },
  "invalid-room": { status: 400, title: "This cannot be a room's name" },
  "invalid-query": { status: 400, title: "A query parameter has a value it cannot have" },
  "not-json": { status: 400, title: "The body is not JSON" },
  "unreadable-body": { status: 400, title: "The body ended before it was complete" },
  "invalid-body": { status: 422, title: "The body is JSON of another shape" },
  "too-large": { status: 413, title: "This is larger than the server takes" },
  "unsupported-media-type": { status: 415, title: "This resource takes another media type" },
  "slow-body": { status: 408, title: "The body took too long to arrive" },
  "malformed-url": { status: 400, title: "The URL has an escape that means nothing" },
  "url-too-long": { status: 414, title: "The URL is longer than the server takes" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "method-not-allowed": { status: 405, title: "This resource does not take this method" },
  "busy": { status: 503, title: "Too many are writing to this room at once" },
  "too-many-waiting": { status: 503, title: "Too many requests are waiting" },
  "unavailable": { status: 503, title: "The server cannot reach its database" },
  "fault": { status: 500, title: "The server failed" },
} as const satisfies Record<string, { status: number; title: string }>;

/** A stable name for one reason to refuse. */
export type RefusalCode = keyof typeof REFUSALS;

/** The statuses that refusals have. */
export type RefusalStatus = (typeof REFUSALS)[RefusalCode]["status"];

/** What a refusal can say beyond its code. */
export interface RefusalOptions {
  /** Another status than the table's, where the method makes it one. */
  status?: RefusalStatus;
  /** The limit that was passed, or the values that would have been taken. */
  limit?: number | readonly string[];
  /** After how many seconds it makes sense to ask again. */
  retryAfter?: number;
  /** The methods the resource takes (RFC 9110, section 10.2.1). */
  allow?: readonly string[];
}

/** An answer the client can act on, as against a fault, which is a bug or an outage. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: RefusalStatus;

  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
    readonly options: RefusalOptions = {},
  ) {
    super(detail);
    this.status = options.status ?? REFUSALS[code].status;
  }
}

/** The body of a refusal on the wire (RFC 9457, section 3.1). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  limit?: number | readonly string[];
}

/** What is sent for a refusal. */
export function toProblem({ code, status, detail, options }: Refusal): Problem {
  return {
    type: `/problems#${code}`,
    title: REFUSALS[code].title,
    status,
    detail,
    ...(options.limit === undefined ? {} : { limit: options.limit }),
  };
}

/** The code in a problem's `type`, or `undefined` where the body is no problem of ours. */
export function refusalCodeOf(problem: unknown): RefusalCode | undefined {
  if (typeof problem !== "object" || problem === null || !("type" in problem)) return undefined;
  const code = String(problem.type).split("#")[1] ?? "";
  return Object.hasOwn(REFUSALS, code) ? code as RefusalCode : undefined;
}

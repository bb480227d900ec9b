/**
 * Everything the server refuses, and the status of the answer. A client switches on the code, which is the fragment of
 * the problem's `type` (RFC 9457): `/problems#no-offer`.
 */
export const REFUSALS = {
  "no-offer": 404,
  "no-answer": 404,
  "answer-taken": 409,
  "offer-replaced": 412,
  "call-ended": 410,
  "expired": 410,
  "slow-reader": 503,
  "shutting-down": 503,
  "too-many-candidates": 409,
  "invalid-room": 400,
  "invalid-query": 400,
  "not-json": 400,
  "unreadable-body": 400,
  "invalid-body": 422,
  "key-reused": 422,
  "too-large": 413,
  "unsupported-media-type": 415,
  "slow-body": 408,
  "too-many-chunks": 400,
  "invalid-host": 400,
  "malformed-url": 400,
  "url-too-long": 414,
  "header-too-long": 431,
  "not-found": 404,
  "method-not-allowed": 405,
  "busy": 503,
  "too-many-waiting": 503,
  "full": 503,
  "overloaded": 503,
  "unavailable": 503,
  "fault": 500,
} as const satisfies Record<string, number>;

/** A stable name for one reason to refuse. */
export type RefusalCode = keyof typeof REFUSALS;

/** The statuses that refusals have. */
export type RefusalStatus = (typeof REFUSALS)[RefusalCode];

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
    this.status = options.status ?? REFUSALS[code];
  }
}

/** The code in a problem's `type`, or `undefined` where the body is no problem of ours. */
export function refusalCodeOf(problem: unknown): RefusalCode | undefined {
  if (typeof problem !== "object" || problem === null || !("type" in problem)) return undefined;
  const code = String(problem.type).split("#")[1] ?? "";
  return Object.hasOwn(REFUSALS, code) ? code as RefusalCode : undefined;
}

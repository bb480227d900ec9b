/**
 * Everything the server refuses, with the status of the response. Clients switch on the code, which is the fragment of
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

/** A reason to refuse. It never changes its meaning. */
export type RefusalCode = keyof typeof REFUSALS;

/** The status of a refusal. */
type RefusalStatus = (typeof REFUSALS)[RefusalCode];

/** Options of a refusal. */
interface RefusalOptions {
  /** Overrides the status in the table. */
  status?: RefusalStatus;
  /** The limit that was exceeded, or the values that are allowed. */
  limit?: number | readonly string[];
  /** When to try again, in seconds. */
  retryAfter?: number;
  /** The methods the resource allows (RFC 9110, section 10.2.1). */
  allow?: readonly string[];
}

/** A response the client can act on, unlike a fault, which is a bug or an outage. */
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

/** Parses the code in a problem's `type`; `undefined` if the value isn't one of toucan's problems. */
export function refusalCodeOf(problem: unknown): RefusalCode | undefined {
  if (typeof problem !== "object" || problem === null || !("type" in problem)) return undefined;
  const code = String(problem.type).split("#")[1] ?? "";
  return Object.hasOwn(REFUSALS, code) ? code as RefusalCode : undefined;
}

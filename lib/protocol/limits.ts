/** What one request or one side of a call may take up. Sizes are bytes of UTF-8. */
export interface Limits {
  /** A request's body, counted while it is read. */
  readonly bodyBytes: number;
  /** The text of a session description. */
  readonly sdpBytes: number;
  /** One candidate, as JSON. */
  readonly candidateBytes: number;
  /** Candidates of one side and one ICE generation. */
  readonly candidates: number;
  /** Candidates in one request. */
  readonly batch: number;
  /** A request's URL, in characters. */
  readonly urlChars: number;
}

/** The limits of the contract. */
export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 65_536,
  sdpBytes: 60_000,
  candidateBytes: 4_096,
  candidates: 100,
  batch: 50,
  urlChars: 2_048,
};

const encoder = new TextEncoder();

/** How many bytes a text takes as UTF-8. */
export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}

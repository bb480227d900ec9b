/** Limits of a request and of a side of a call. Sizes are bytes of UTF-8. */
export interface Limits {
  /** A request's body; counted while it is read. */
  readonly bodyBytes: number;
  /** The text of a session description. */
  readonly sdpBytes: number;
  /** One candidate, as JSON. */
  readonly candidateBytes: number;
  /** Candidates of one side in one ICE generation. */
  readonly candidates: number;
  /** Candidates in one request; a description may come with them. */
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

/** Returns the length of a text in bytes of UTF-8. */
export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}

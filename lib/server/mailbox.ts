import {
  END_OF_CANDIDATES,
  type IceCandidate,
  isEndOfCandidates,
  type Limits,
  Refusal,
  type SessionDescription,
  ufragOfCandidate,
  ufragsOf,
} from "../protocol/mod.ts";

/** A session description with the ETag it is served under. */
export interface StoredDescription extends SessionDescription {
  readonly etag: string;
}

/** One side's half of a call: written by that side, read by the other. */
export interface Mailbox {
  /** The ETag of the offer that names the call; `""` while nobody has offered. */
  readonly call: string;
  readonly description: StoredDescription | null;
  /** As they came, those of other ICE generations among them. */
  readonly candidates: readonly IceCandidate[];
  /** Epoch milliseconds; the call lives as long as the younger of its two mailboxes. */
  readonly expiresAt: number;
}

/** A mailbox that nothing was posted to. */
export const EMPTY_MAILBOX: Mailbox = { call: "", description: null, candidates: [], expiresAt: 0 };

/** The candidates of the description's own ICE generation, oldest first, end-of-candidates once and last. */
export function candidatesOf({ description, candidates }: Mailbox): IceCandidate[] {
  if (description === null) return [];
  const ufrags = ufragsOf(description.sdp);
  const own = candidates.filter((candidate) => belongs(candidate, ufrags));
  const ends = own.filter(isEndOfCandidates).map(ufragOfCandidate);
  const complete = ends.includes(null) || (ends.length > 0 && ufrags.every((ufrag) => ends.includes(ufrag)));
  return [...own.filter((candidate) => !isEndOfCandidates(candidate)), ...(complete ? [END_OF_CANDIDATES] : [])];
}

/**
 * The mailbox with a batch added, all of it or nothing.
 *
 * @throws {Refusal} `too-many-candidates`
 */
export function addCandidates(mailbox: Mailbox, batch: readonly IceCandidate[], limits: Limits): Mailbox {
  const { description } = mailbox;
  const candidates = [...mailbox.candidates];
  for (const candidate of batch) {
    const repeatsEnd = isEndOfCandidates(candidate) &&
      candidates.some((other) => isEndOfCandidates(other) && ufragOfCandidate(other) === ufragOfCandidate(candidate));
    if (!repeatsEnd) candidates.push(candidate);
  }
  const ufrags = description === null ? [] : ufragsOf(description.sdp);
  const real = candidates.filter((candidate) => !isEndOfCandidates(candidate));
  const own = description === null ? [] : real.filter((candidate) => belongs(candidate, ufrags));
  // Each on its own: neither early ones nor ends take a place from those that are read.
  const counts = [own.length, real.length - own.length, candidates.length - real.length];
  if (Math.max(...counts) > limits.candidates) {
    throw new Refusal(
      "too-many-candidates",
      `Cannot add ${batch.length} candidates: a side has ${limits.candidates} at most`,
      { limit: limits.candidates },
    );
  }
  return { ...mailbox, candidates };
}

/**
 * The mailbox with a first or another description, and of its candidates those that came early for it: those that name
 * its ICE generation and, where there was no description before, those that a reader takes for its own.
 */
export function describe(mailbox: Mailbox, description: StoredDescription, call: string): Mailbox {
  const ufrags = ufragsOf(description.sdp);
  const candidates = mailbox.candidates.filter((candidate) =>
    mailbox.description === null ? belongs(candidate, ufrags) : names(candidate, ufrags)
  );
  return { ...mailbox, call, description, candidates };
}

/** A candidate that names no generation belongs to the description it finds, and so does any to one without ICE. */
function belongs(candidate: IceCandidate, ufrags: readonly string[]): boolean {
  const ufrag = ufragOfCandidate(candidate);
  return ufrag === null || ufrags.length === 0 || ufrags.includes(ufrag);
}

function names(candidate: IceCandidate, ufrags: readonly string[]): boolean {
  const ufrag = ufragOfCandidate(candidate);
  return ufrag !== null && ufrags.includes(ufrag);
}

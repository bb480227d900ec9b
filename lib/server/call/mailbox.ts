import {
  END_OF_CANDIDATES,
  type IceCandidate,
  isEndOfCandidates,
  type Limits,
  Refusal,
  type SessionDescription,
  ufragOfCandidate,
  ufragsOf,
} from "../../protocol/mod.ts";
import { rememberEach, rememberLast } from "./remember.ts";

/** A session description with the ETag it is served under. */
export interface StoredDescription extends SessionDescription {
  readonly etag: string;
}

/** Asks the other side for another description. */
export interface Renegotiation {
  readonly renegotiate: true;
}

/** What follows a description. */
export type Entry = IceCandidate | Renegotiation;

/** What is kept of a request that may be repeated. */
export interface Receipt {
  /** Its `Idempotency-Key`. */
  readonly key: string;
  /** Tells apart what came with the key. */
  readonly digest: string;
  /** The number of this side's last message. */
  readonly next: number;
}

/** One side's half of a call: written by that side, read by the other. */
export interface Mailbox {
  /** The ETag of the offer that names the call; `""` while nobody has offered. */
  readonly call: string;
  readonly description: StoredDescription | null;
  /** As they came, candidates of other ICE generations among them. */
  readonly entries: readonly Entry[];
  /** The newest ones; none where no request carried a key. */
  readonly receipts?: readonly Receipt[];
  /** By the process's clock; the call lives as long as the younger of its two mailboxes. */
  readonly expiresAt: number;
}

/** A mailbox that nothing was posted to. */
export const EMPTY_MAILBOX: Mailbox = { call: "", description: null, entries: [], expiresAt: 0 };

/**
 * The candidates of the description's own ICE generation, oldest first, end-of-candidates once and last. A crowd reads
 * one mailbox in a row.
 */
export const candidatesOf = rememberLast((mailbox: Mailbox): readonly IceCandidate[] => {
  const own = ownEntries(mailbox).filter(isCandidate);
  const ends = own.filter(isEndOfCandidates).map(ufragOfCandidate);
  const ufrags = mailbox.description === null ? [] : ufragsIn(mailbox.description);
  const complete = ends.includes(null) || (ends.length > 0 && ufrags.every((ufrag) => ends.includes(ufrag)));
  return [...own.filter((candidate) => !isEndOfCandidates(candidate)), ...(complete ? [END_OF_CANDIDATES] : [])];
});

/** What a reader may see besides the description: all of its own ICE generation, in the order it came. */
export function ownEntries({ description, entries }: Mailbox): Entry[] {
  if (description === null) return [];
  const ufrags = ufragsIn(description);
  return entries.filter((entry) => !isCandidate(entry) || belongs(entry, ufrags));
}

/** Whether an entry is a candidate, end-of-candidates included. */
export function isCandidate(entry: Entry): entry is IceCandidate {
  return "candidate" in entry;
}

/**
 * The mailbox with a batch added, all of it or nothing.
 *
 * @throws {Refusal} `too-many-candidates`
 */
export function addEntries(mailbox: Mailbox, batch: readonly Entry[], limits: Limits): Mailbox {
  const entries = [...mailbox.entries];
  for (const entry of batch) if (!repeatsEnd(entry, entries)) entries.push(entry);
  const added = { ...mailbox, entries };
  const own = ownEntries(added).filter((entry) => !isEnd(entry));
  const ends = entries.filter(isEnd);
  // Each on its own: neither early ones nor ends take a place from those that are read.
  const counts = [own.length, entries.length - ends.length - own.length, ends.length];
  if (Math.max(...counts) > limits.candidates) {
    throw new Refusal(
      "too-many-candidates",
      `Cannot add ${batch.length} candidates: a side has ${limits.candidates} at most`,
      { limit: limits.candidates },
    );
  }
  return added;
}

/**
 * The mailbox with a first or another description, and of its candidates those that came early for it: those that name
 * its ICE generation and, where there was no description before, those that a reader takes for its own.
 */
export function describe(mailbox: Mailbox, description: StoredDescription, call: string): Mailbox {
  const ufrags = ufragsIn(description);
  const entries = mailbox.entries.filter(isCandidate).filter((candidate) =>
    mailbox.description === null ? belongs(candidate, ufrags) : names(candidate, ufrags)
  );
  const { receipts, ...rest } = mailbox;
  // Those of another call end with it; early candidates came for this one.
  const kept = receipts !== undefined && (mailbox.call === "" || mailbox.call === call) ? { receipts } : {};
  return { ...rest, ...kept, call, description, entries };
}

/** The ICE generations of a description, which is written on, and read, many times. */
const ufragsIn = rememberEach(({ sdp }: StoredDescription): readonly string[] => ufragsOf(sdp));

/** A candidate that names no generation belongs to the description it finds, and so does any to one without ICE. */
function belongs(candidate: IceCandidate, ufrags: readonly string[]): boolean {
  const ufrag = ufragOfCandidate(candidate);
  return ufrag === null || ufrags.length === 0 || ufrags.includes(ufrag);
}

function names(candidate: IceCandidate, ufrags: readonly string[]): boolean {
  const ufrag = ufragOfCandidate(candidate);
  return ufrag !== null && ufrags.includes(ufrag);
}

function isEnd(entry: Entry): entry is IceCandidate {
  return isCandidate(entry) && isEndOfCandidates(entry);
}

function repeatsEnd(entry: Entry, others: readonly Entry[]): boolean {
  return isEnd(entry) && others.some((other) => isEnd(other) && ufragOfCandidate(other) === ufragOfCandidate(entry));
}

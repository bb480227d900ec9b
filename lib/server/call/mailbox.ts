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

/** A session description with its ETag. */
export interface StoredDescription extends SessionDescription {
  readonly etag: string;
}

/** A request to the other side for a new description. */
export interface Renegotiation {
  readonly renegotiate: true;
}

/** An item that follows a description in a mailbox. */
export type Entry = IceCandidate | Renegotiation;

/** What identifies a request when it is retried. */
export interface Receipt {
  /** Its `Idempotency-Key`. */
  readonly key: string;
  /** A digest of its body and `If-Match`. */
  readonly digest: string;
  /** The number of this side's last message after the request. */
  readonly next: number;
}

/** Everything that one side has written for the other in a call. */
export interface Mailbox {
  /** The ETag of the offer that names the call; `""` without an offer. */
  readonly call: string;
  readonly description: StoredDescription | null;
  /** In the order of arrival, including candidates of other ICE generations. */
  readonly entries: readonly Entry[];
  /** The most recent ones. */
  readonly receipts?: readonly Receipt[];
  /** By the process's clock; the call lives until both its mailboxes have expired. */
  readonly expiresAt: number;
}

export const EMPTY_MAILBOX: Mailbox = { call: "", description: null, entries: [], expiresAt: 0 };

/**
 * Returns the candidates of the description's ICE generation, oldest first, with end-of-candidates once and last.
 * Remembers the last mailbox, since all readers of a room ask for the same one in turn.
 */
export const candidatesOf = rememberLast((mailbox: Mailbox): readonly IceCandidate[] => {
  const own = ownEntries(mailbox).filter(isCandidate);
  const ends = own.filter(isEndOfCandidates).map(ufragOfCandidate);
  const ufrags = mailbox.description === null ? [] : ufragsIn(mailbox.description);
  const complete = ends.includes(null) || (ends.length > 0 && ufrags.every((ufrag) => ends.includes(ufrag)));
  return [...own.filter((candidate) => !isEndOfCandidates(candidate)), ...(complete ? [END_OF_CANDIDATES] : [])];
});

/** Returns the entries of the description's ICE generation, in the order of arrival. */
export function ownEntries({ description, entries }: Mailbox): Entry[] {
  if (description === null) return [];
  const ufrags = ufragsIn(description);
  return entries.filter((entry) => !isCandidate(entry) || belongs(entry, ufrags));
}

/** Whether an entry is a candidate or end-of-candidates. */
export function isCandidate(entry: Entry): entry is IceCandidate {
  return "candidate" in entry;
}

/**
 * Returns the mailbox with a whole batch added.
 *
 * @throws {Refusal} `too-many-candidates`
 */
export function addEntries(mailbox: Mailbox, batch: readonly Entry[], limits: Limits): Mailbox {
  const entries = [...mailbox.entries];
  for (const entry of batch) if (!repeatsEnd(entry, entries)) entries.push(entry);
  const added = { ...mailbox, entries };
  const own = ownEntries(added).filter((entry) => !isEnd(entry));
  const ends = entries.filter(isEnd);
  // Counted separately, so that other generations and ends don't crowd out the current candidates.
  const counts = [own.length, entries.length - ends.length - own.length, ends.length];
  if (Math.max(...counts) > limits.candidates) {
    throw new Refusal(
      "too-many-candidates",
      `Cannot add ${batch.length} candidates: a side may have at most ${limits.candidates}`,
      { limit: limits.candidates },
    );
  }
  return added;
}

/**
 * Returns the mailbox with a new description. Keeps the candidates that arrived before it: those that name its ICE
 * generation and, if it is the first description, those that name none.
 */
export function describe(mailbox: Mailbox, description: StoredDescription, call: string): Mailbox {
  const ufrags = ufragsIn(description);
  const entries = mailbox.entries.filter(isCandidate).filter((candidate) =>
    mailbox.description === null ? belongs(candidate, ufrags) : names(candidate, ufrags)
  );
  const { receipts, ...rest } = mailbox;
  // Receipts end with their call; those of early candidates belong to this one.
  const kept = receipts !== undefined && (mailbox.call === "" || mailbox.call === call) ? { receipts } : {};
  return { ...rest, ...kept, call, description, entries };
}

/** Returns a description's ICE generations. Remembered, since most requests of a call need them. */
const ufragsIn = rememberEach(({ sdp }: StoredDescription): readonly string[] => ufragsOf(sdp));

/** A candidate without a generation belongs to any description, and any candidate to a description without ICE. */
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

/** Wraps a function so that it computes its result once per object, and keeps it while the object lives. */
function rememberEach<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) known.set(key, found = { value: work(key) });
    return found.value;
  };
}

/** Wraps a function so that it keeps the result for the last object. */
export function rememberLast<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  let last: { key: Key; value: Value } | undefined;
  return (key) => (last?.key === key ? last : last = { key, value: work(key) }).value;
}

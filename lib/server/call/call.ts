import { type Limits, Refusal, type Side } from "../../protocol/mod.ts";
import { addEntries, describe, EMPTY_MAILBOX, type Entry, type Mailbox, type StoredDescription } from "./mailbox.ts";

/** What a room holds: the two mailboxes of at most one call. */
export type Call = Readonly<Record<Side, Mailbox>> & {
  /** The name of the expired call whose rows the database still has. */
  readonly expired?: string;
};

/** The entity tags of an `If-Match` or `If-None-Match` (RFC 9110, section 8.8.3); `*` alone matches any. */
export type ETags = ReadonlySet<string>;

export const BOTH: readonly Side[] = ["caller", "callee"];

/** The outcome of a change. */
export interface Changed<Result = undefined> {
  readonly call: Call;
  /** The sides whose mailboxes must be written. */
  readonly wrote: readonly Side[];
  readonly result: Result;
}

/** The call of a room that is empty, or where everything has expired. */
export const EMPTY_CALL: Call = { caller: EMPTY_MAILBOX, callee: EMPTY_MAILBOX };

/** Assembles a call from its stored mailboxes. Drops a callee's mailbox of an earlier offer, and an expired call. */
export function assembleCall(caller: Mailbox, callee: Mailbox, now: number): Call {
  const current = calleeOf(caller.call, callee);
  const call = { caller, callee: current };
  if (expiryOf(call) > now) return call;
  return caller.call === "" ? EMPTY_CALL : { ...EMPTY_CALL, expired: caller.call };
}

/** Returns when the call expires, by the process's clock. */
export function expiryOf({ caller, callee }: Call): number {
  return Math.max(caller.expiresAt, callee.expiresAt);
}

/** Returns the offer's ETag, which names the call; `""` without an offer. */
export function nameOf({ caller }: Call): string {
  return caller.call;
}

/**
 * Opens a call, replacing the room's current one. With `If-Match`, continues the call that it names instead: the same SDP
 * renews the offer, a new one restarts ICE.
 *
 * @throws {Refusal} `offer-replaced`
 */
export function offer(call: Call, description: StoredDescription, match: string | null): Changed<string> {
  if (match !== null) requireOffer(call, match);
  if (match !== null && call.caller.description?.sdp === description.sdp) {
    return { call, wrote: ["caller"], result: nameOf(call) };
  }
  const caller = describe(call.caller, description, description.etag);
  const callee = calleeOf(description.etag, call.callee);
  return {
    call: { caller, callee },
    wrote: ["caller", ...heldBy(call, ["callee"])],
    result: nameOf({ caller, callee }),
  };
}

/**
 * Answers the open offer; the first answer wins.
 *
 * @throws {Refusal} `no-offer`, `offer-replaced`, `answer-taken`
 */
export function answer(call: Call, description: StoredDescription, match: string | null): Changed<string> {
  if (call.caller.description === null) {
    throw new Refusal("no-offer", "Cannot answer: nobody has offered", { status: 409 });
  }
  if (match !== null) requireOffer(call, match);
  if (call.callee.description !== null) {
    throw new Refusal("answer-taken", "Cannot answer: this offer already has an answer");
  }
  const callee = describe(call.callee, description, nameOf(call));
  return { call: { ...call, callee }, wrote: ["callee"], result: description.etag };
}

/**
 * Adds candidates of one side, which may come before its description.
 *
 * @throws {Refusal} `too-many-candidates`
 */
export function trickle(call: Call, side: Side, batch: readonly Entry[], limits: Limits): Changed {
  if (batch.length === 0) return { call, wrote: [], result: undefined };
  const mailbox = { ...addEntries(call[side], batch, limits), call: nameOf(call) };
  return { call: { ...call, [side]: mailbox }, wrote: [side], result: undefined };
}

/**
 * Ends the call; with `If-Match`, only the one it names.
 *
 * @throws {Refusal} `offer-replaced`
 */
export function hangUp(call: Call, match: string | null): Changed {
  if (match !== null) requireOffer(call, match);
  return { call: EMPTY_CALL, wrote: heldBy(call), result: undefined };
}

/** Writes a call again, unchanged. */
export function rewrite(call: Call): Changed {
  return { call, wrote: heldBy(call), result: undefined };
}

/** Returns those of `sides` that have written anything. */
export function heldBy(call: Call, sides: readonly Side[] = BOTH): Side[] {
  return sides.filter((side) => call[side] !== EMPTY_MAILBOX);
}

/** Parses the list in an `If-Match` or `If-None-Match`. */
export function parseETags(list: string): ETags {
  return new Set(list.split(",").map((tag) => tag.trim()));
}

/** Whether a list contains an ETag, by strong comparison (RFC 9110, section 13.1.1). */
export function namesETag(tags: ETags, etag: string): boolean {
  return tags.has(etag) || (tags.size === 1 && tags.has("*"));
}

/** Whether an `If-Match` names the open offer. */
export function hasOffer(call: Call, match: ETags): boolean {
  const name = nameOf(call);
  return name !== "" && namesETag(match, name);
}

/** @throws {Refusal} `offer-replaced` unless an `If-Match` names the open offer */
export function requireOffer(call: Call, match: string | ETags): void {
  if (hasOffer(call, typeof match === "string" ? parseETags(match) : match)) return;
  const why = nameOf(call) === "" ? "someone hung up, or it has expired" : "another one has replaced it";
  throw new Refusal("offer-replaced", `Cannot continue with the offer in If-Match: ${why}`);
}

function calleeOf(call: string, callee: Mailbox): Mailbox {
  if (callee.call === call || callee === EMPTY_MAILBOX) return callee;
  // Early candidates belong to this call; another process may have written them just as this one opened the call.
  return callee.call === "" ? { ...callee, call } : EMPTY_MAILBOX;
}

import { type Limits, Refusal, type Side } from "../../protocol/mod.ts";
import { type ETags, namesETag, parseETags } from "../http/etags.ts";
import { addEntries, describe, EMPTY_MAILBOX, type Entry, type Mailbox, type StoredDescription } from "./mailbox.ts";

/** What a room holds: the two halves of at most one call. */
export type Call = Readonly<Record<Side, Mailbox>> & {
  /** The name of the call that was here until its time came, as long as the database still has it. */
  readonly expired?: string;
};

/** Both sides of a call. */
export const BOTH: readonly Side[] = ["caller", "callee"];

/** What a change makes of a call. */
export interface Changed<Result = undefined> {
  readonly call: Call;
  /** The halves that have to be written. */
  readonly wrote: readonly Side[];
  readonly result: Result;
}

/** A room where nothing was posted, or where all of it has expired. */
export const EMPTY_CALL: Call = { caller: EMPTY_MAILBOX, callee: EMPTY_MAILBOX };

/**
 * Puts together what was stored: a callee's half that belongs to an earlier offer is dropped, and so is a call whose
 * time has come, to the millisecond.
 */
export function assembleCall(caller: Mailbox, callee: Mailbox, now: number): Call {
  const current = calleeOf(caller.call, callee);
  const call = { caller, callee: current };
  if (expiryOf(call) > now) return call;
  return caller.call === "" ? EMPTY_CALL : { ...EMPTY_CALL, expired: caller.call };
}

/** When the call is over unless somebody writes, by the process's clock. */
export function expiryOf({ caller, callee }: Call): number {
  return Math.max(caller.expiresAt, callee.expiresAt);
}

/** The ETag of the offer, which names the call; `""` where nobody has offered. */
export function nameOf({ caller }: Call): string {
  return caller.call;
}

/**
 * Opens a call in place of whatever the room holds. With `If-Match` it only goes on with the offer it names: the same
 * SDP renews that, another one restarts it.
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
    throw new Refusal("answer-taken", "Cannot answer: this offer has its answer already");
  }
  const callee = describe(call.callee, description, nameOf(call));
  return { call: { ...call, callee }, wrote: ["callee"], result: description.etag };
}

/**
 * Adds a side's candidates, also before its description.
 *
 * @throws {Refusal} `too-many-candidates`
 */
export function trickle(call: Call, side: Side, batch: readonly Entry[], limits: Limits): Changed {
  if (batch.length === 0) return { call, wrote: [], result: undefined };
  const mailbox = { ...addEntries(call[side], batch, limits), call: nameOf(call) };
  return { call: { ...call, [side]: mailbox }, wrote: [side], result: undefined };
}

/**
 * Ends whatever call there is, or with `If-Match` only the one it names.
 *
 * @throws {Refusal} `offer-replaced`
 */
export function hangUp(call: Call, match: string | null): Changed {
  if (match !== null) requireOffer(call, match);
  return { call: EMPTY_CALL, wrote: heldBy(call), result: undefined };
}

/** Writes a call again as it is. */
export function rewrite(call: Call): Changed {
  return { call, wrote: heldBy(call), result: undefined };
}

/** The sides of a call, or of some of them, that have written anything. */
export function heldBy(call: Call, sides: readonly Side[] = BOTH): Side[] {
  return sides.filter((side) => call[side] !== EMPTY_MAILBOX);
}

/** Whether an `If-Match` names the open offer. */
export function hasOffer(call: Call, match: ETags): boolean {
  const name = nameOf(call);
  return name !== "" && namesETag(match, name);
}

/** @throws {Refusal} `offer-replaced` unless an `If-Match` names the open offer */
export function requireOffer(call: Call, match: string | ETags): void {
  if (hasOffer(call, typeof match === "string" ? parseETags(match) : match)) return;
  const now = nameOf(call) === "" ? "it was hung up or has expired" : "another one has taken its place";
  throw new Refusal("offer-replaced", `Cannot go on with the offer that If-Match names: ${now}`);
}

function calleeOf(call: string, callee: Mailbox): Mailbox {
  if (callee.call === call || callee === EMPTY_MAILBOX) return callee;
  // What came early was meant for this call; another process may have written it just as this one opened the call.
  return callee.call === "" ? { ...callee, call } : EMPTY_MAILBOX;
}

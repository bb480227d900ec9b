import { type Limits, type Message, type NumberedMessage, Refusal, type Side } from "../protocol/mod.ts";
import { answer, type Call, hangUp, nameOf, offer, requireOffer, trickle } from "./call.ts";
import { type Entry, isCandidate, type Mailbox, ownEntries, type Receipt, type StoredDescription } from "./mailbox.ts";

/** A message whose description has the ETag that it will be served under. */
export type StoredMessage = Exclude<Message, { sdp: string }> | StoredDescription;

/** What is written in one go, all of it or nothing. */
export interface Posting {
  readonly from: Side;
  readonly messages: readonly StoredMessage[];
  /** `If-Match`: the ETag of the offer that the call must be named by. */
  readonly match: string | null;
  /** `Idempotency-Key`: a second posting with the same key changes nothing. */
  readonly key: string | null;
}

/** When something is said, and until when a call lives that it is said in, in epoch milliseconds. */
export interface Moment {
  readonly now: number;
  readonly expiresAt: number;
}

/** How many keys of a side are remembered. */
const MAX_RECEIPTS = 16;

/** What a side has said in this call, numbered from 1: its description, then what followed. */
export function messagesOf(mailbox: Mailbox): NumberedMessage[] {
  const { description } = mailbox;
  if (description === null) return [];
  const { type, sdp } = description;
  const rest = ownEntries(mailbox).map((entry, index) => ({ seq: index + 2, ...toMessage(entry) }));
  return [{ seq: 1, type, sdp }, ...rest];
}

/**
 * The call after a side has said something. What was answered is remembered beyond the end of the call, but not longer
 * than a call lives that nobody writes to.
 *
 * @throws {Refusal} `no-offer`, `offer-replaced`, `answer-taken`, `too-many-candidates`
 */
export function say(call: Call, posting: Posting, limits: Limits, moment: Moment): Call {
  const { from, messages, match, key } = posting;
  if (receiptOf(call, posting) !== undefined) return call;
  const isOffer = messages.some(({ type }) => type === "offer");
  if (match !== null && !isOffer) requireOffer(call, match);
  const after = messages.reduce((now, message) => sayOne(now, from, message, match, limits), call);
  if (key === null) return after;
  const receipts = [...(call[from].receipts ?? []), { key, ...heardIn(after, posting, moment) }];
  return { ...after, [from]: { ...after[from], receipts: receipts.slice(-MAX_RECEIPTS) } };
}

/** What a posting is answered, given the call that it led to. */
export function heardIn(call: Call, posting: Posting, moment: Moment): Omit<Receipt, "key"> {
  const receipt = receiptOf(call, posting);
  if (receipt !== undefined) return { call: receipt.call, next: receipt.next, expiresAt: receipt.expiresAt };
  const isOver = posting.messages.at(-1)?.type === "bye";
  return {
    call: nameOf(call),
    next: messagesOf(call[posting.from]).length,
    expiresAt: isOver ? moment.now : moment.expiresAt,
  };
}

function receiptOf(call: Call, { from, key }: Posting): Receipt | undefined {
  return key === null ? undefined : call[from].receipts?.find((receipt) => receipt.key === key);
}

function sayOne(call: Call, from: Side, message: StoredMessage, match: string | null, limits: Limits): Call {
  switch (message.type) {
    case "offer":
      return offer(call, message, match);
    case "answer":
      return answer(call, message, match);
    case "candidate":
      return trickle(call, from, [message.candidate], limits);
    case "end-of-candidates":
      return trickle(call, from, [toEnd(message)], limits);
    case "renegotiate":
      if (call[from].description === null) {
        throw new Refusal("no-offer", "Cannot renegotiate: this side has not described itself", { status: 409 });
      }
      return trickle(call, from, [{ renegotiate: true }], limits);
    case "bye":
      return hangUp(call, null);
    default:
      return message satisfies never;
  }
}

function toEnd({ usernameFragment }: { usernameFragment?: string }): Entry {
  return { candidate: "", ...(usernameFragment === undefined ? {} : { usernameFragment }) };
}

function toMessage(entry: Entry): Message {
  if (!isCandidate(entry)) return { type: "renegotiate" };
  if (entry.candidate !== "") return { type: "candidate", candidate: entry };
  const { usernameFragment } = entry;
  return { type: "end-of-candidates", ...(usernameFragment ? { usernameFragment } : {}) };
}

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
 * The call after a side has said something.
 *
 * @throws {Refusal} `no-offer`, `offer-replaced`, `answer-taken`, `too-many-candidates`
 */
export function say(call: Call, { from, messages, match, key }: Posting, limits: Limits): Call {
  if (key !== null && receiptOf(call, from, key) !== undefined) return call;
  const isOffer = messages.some(({ type }) => type === "offer");
  if (match !== null && !isOffer) requireOffer(call, match);
  const after = messages.reduce((now, message) => sayOne(now, from, message, match, limits), call);
  if (key === null) return after;
  const receipts = [...(call[from].receipts ?? []), { key, call: nameOf(after), next: messagesOf(after[from]).length }];
  return { ...after, [from]: { ...after[from], receipts: receipts.slice(-MAX_RECEIPTS) } };
}

/** What the posting with this key was answered. */
export function receiptOf(call: Call, side: Side, key: string): Receipt | undefined {
  return call[side].receipts?.find((receipt) => receipt.key === key);
}

function sayOne(call: Call, from: Side, message: StoredMessage, match: string | null, limits: Limits): Call {
  switch (message.type) {
    case "offer":
      return offer(call, message, match);
    case "answer":
      return answer(call, message, match);
    case "candidate":
      return trickle(call, from, [message.candidate], limits);
    case "end-of-candidates": {
      const { usernameFragment } = message;
      return trickle(
        call,
        from,
        [{ candidate: "", ...(usernameFragment === undefined ? {} : { usernameFragment }) }],
        limits,
      );
    }
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

function toMessage(entry: Entry): Message {
  if (!isCandidate(entry)) return { type: "renegotiate" };
  if (entry.candidate !== "") return { type: "candidate", candidate: entry };
  const { usernameFragment } = entry;
  return { type: "end-of-candidates", ...(usernameFragment ? { usernameFragment } : {}) };
}

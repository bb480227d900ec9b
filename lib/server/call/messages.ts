import { type Limits, type Message, type NumberedMessage, Refusal, type Side } from "../../protocol/mod.ts";
import { answer, type Call, type Changed, hangUp, nameOf, offer, requireOffer, trickle } from "./call.ts";
import {
  type Entry,
  isCandidate,
  type Mailbox,
  ownEntries,
  type Receipt,
  rememberLast,
  type StoredDescription,
} from "./mailbox.ts";

/** A message whose description has its ETag. */
export type StoredMessage = Exclude<Message, { sdp: string }> | StoredDescription;

/** Messages to write in one commit. */
export interface Posting {
  readonly from: Side;
  readonly messages: readonly StoredMessage[];
  /** `If-Match`: the ETag of the call's offer. */
  readonly match: string | null;
  /** `Idempotency-Key` and the request's digest: a retry changes nothing. */
  readonly key: Pick<Receipt, "key" | "digest"> | null;
}

/** How many keys a mailbox keeps. */
const MAX_RECEIPTS = 16;

/** Returns a side's messages in this call, numbered from 1: its description, then its entries. */
export const messagesOf = rememberLast((mailbox: Mailbox): readonly NumberedMessage[] => {
  const { description } = mailbox;
  if (description === null) return [];
  const { type, sdp } = description;
  const rest = ownEntries(mailbox).map((entry, index) => ({ seq: index + 2, ...toMessage(entry) }));
  return [{ seq: 1, type, sdp }, ...rest];
});

/** The result of a posting. */
export interface Posted {
  /** The offer's ETag, which names the call; `""` once it is over. */
  readonly call: string;
  /** The number of this side's last message. */
  readonly next: number;
}

/**
 * Adds messages to a call, or finds the receipt of an earlier attempt.
 *
 * @throws {Refusal} `no-offer`, `offer-replaced`, `answer-taken`, `too-many-candidates`, `key-reused`
 */
export function say(call: Call, posting: Posting, limits: Limits): Changed<Posted> {
  const { from, messages, match, key } = posting;
  const receipt = receiptOf(call, posting);
  if (receipt !== undefined) return { call, wrote: [], result: { call: nameOf(call), next: receipt.next } };
  const isOffer = messages.some(({ type }) => type === "offer");
  if (match !== null && !isOffer) requireOffer(call, match);
  let after = call;
  const wrote = new Set<Side>();
  for (const message of messages) {
    const changed = sayOne(after, from, message, match, limits);
    after = changed.call;
    for (const side of changed.wrote) wrote.add(side);
  }
  const result = { call: nameOf(after), next: messagesOf(after[from]).length };
  if (key === null || isBye(posting)) return { call: after, wrote: [...wrote], result };
  const receipts = [...(after[from].receipts ?? []), { ...key, next: result.next }].slice(-MAX_RECEIPTS);
  return { call: { ...after, [from]: { ...after[from], receipts } }, wrote: [...wrote.add(from)], result };
}

/** Whether a posting ends the call. */
export function isBye({ messages }: Pick<Posting, "messages">): boolean {
  return messages.at(-1)?.type === "bye";
}

/** @throws {Refusal} `key-reused` */
function receiptOf(call: Call, { from, key }: Posting): Receipt | undefined {
  const receipt = key === null ? undefined : call[from].receipts?.find((receipt) => receipt.key === key.key);
  if (receipt !== undefined && receipt.digest !== key!.digest) {
    throw new Refusal("key-reused", "Cannot use this idempotency key: it was used with other messages");
  }
  return receipt;
}

function sayOne(
  call: Call,
  from: Side,
  message: StoredMessage,
  match: string | null,
  limits: Limits,
): Changed<unknown> {
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
        throw new Refusal("no-offer", "Cannot renegotiate: this side has no description yet", { status: 409 });
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

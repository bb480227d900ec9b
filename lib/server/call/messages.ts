import { type Limits, type Message, type NumberedMessage, Refusal, type Side } from "../../protocol/mod.ts";
import { answer, type Call, type Changed, hangUp, nameOf, offer, requireOffer, trickle } from "./call.ts";
import { type Entry, isCandidate, type Mailbox, ownEntries, type Receipt, type StoredDescription } from "./mailbox.ts";
import { rememberLast } from "./remember.ts";

/** A message whose description has the ETag that it will be served under. */
export type StoredMessage = Exclude<Message, { sdp: string }> | StoredDescription;

/** What is written in one go, all of it or nothing. */
export interface Posting {
  readonly from: Side;
  readonly messages: readonly StoredMessage[];
  /** `If-Match`: the ETag of the offer that the call must be named by. */
  readonly match: string | null;
  /** `Idempotency-Key`, with a digest of what it comes with: a second time changes nothing. */
  readonly key: Pick<Receipt, "key" | "digest"> | null;
}

/** How many keys of a side are remembered. */
const MAX_RECEIPTS = 16;

/** What a side has said in this call, numbered from 1: its description, then what followed. */
export const messagesOf = rememberLast((mailbox: Mailbox): readonly NumberedMessage[] => {
  const { description } = mailbox;
  if (description === null) return [];
  const { type, sdp } = description;
  const rest = ownEntries(mailbox).map((entry, index) => ({ seq: index + 2, ...toMessage(entry) }));
  return [{ seq: 1, type, sdp }, ...rest];
});

/** What comes of a posting. */
export interface Posted {
  /** The ETag of the offer, which names the call; `""` where it is over. */
  readonly call: string;
  /** The number of this side's last message. */
  readonly next: number;
}

/**
 * Says something in a call. Receipts live and die with their call.
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

/** Whether something said ends the call. */
export function isBye({ messages }: Pick<Posting, "messages">): boolean {
  return messages.at(-1)?.type === "bye";
}

/** @throws {Refusal} `key-reused` */
function receiptOf(call: Call, { from, key }: Posting): Receipt | undefined {
  const receipt = key === null ? undefined : call[from].receipts?.find((receipt) => receipt.key === key.key);
  if (receipt !== undefined && receipt.digest !== key!.digest) {
    throw new Refusal("key-reused", "Cannot use this idempotency key: it came with other messages before");
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

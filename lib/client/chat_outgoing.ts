import type { History } from "./chat_history.ts";
import type { LongAnnouncement } from "./chat_incoming.ts";
import { MAX_MESSAGE_BYTES, splitMessage } from "./chat_parts.ts";

/** Why a message can't be sent. */
export type SendProblem =
  | "not-connected"
  | "empty"
  /** `values` has its `bytes` and the `most` allowed. */
  | "too-long"
  /** Too much hasn't been sent yet. */
  | "too-much"
  /** The other side's browser doesn't accept it. */
  | "not-taken";

/** Whether a message is sent, or why not: a code with its values, and the same in English. */
export type SendResult = { readonly sent: true } | {
  readonly sent: false;
  readonly code: SendProblem;
  readonly values?: Readonly<Record<string, number>>;
  readonly problem: string;
};

/** Sends this side's messages as strings of the channel `chat`. */
export interface Outgoing {
  attach(channel: RTCDataChannel): void;
  send(typed: string): SendResult;
  /** Sends what was held back. */
  release(): void;
  /** The other side has received this many strings. */
  confirm(count: number): void;
  /** How many strings were sent. */
  readonly sent: number;
}

/** How much may wait to be sent, in bytes; browsers close a channel that is given too much. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/** Creates the sender. It holds messages back until `release`, and marks those that have arrived. */
export function createOutgoing({ history, announce }: {
  history: History;
  /** Announces a message in several parts. */
  announce(message: LongAnnouncement): void;
}): Outgoing {
  let channel: RTCDataChannel | undefined;
  let held: { id: number; parts: string[] }[] | undefined = [];
  let heldBytes = 0;
  let sent = 0;
  /** Messages that aren't confirmed yet: their IDs, and the number of the last string of each. */
  const underway = new Map<number, number>();

  function send(typed: string): SendResult {
    if (channel?.readyState !== "open") return problem("not-connected");
    // As the channel would encode it: half a surrogate pair has no UTF-8.
    const bytes = new TextEncoder().encode(typed);
    if (typed.trim() === "") return problem("empty");
    if (bytes.length > MAX_MESSAGE_BYTES) return problem("too-long", { bytes: bytes.length, most: MAX_MESSAGE_BYTES });
    if (channel.bufferedAmount + heldBytes + bytes.length > MAX_WAITING_BYTES) return problem("too-much");
    const parts = splitMessage(bytes);
    const text = parts.join("");
    if (held === undefined) {
      if (!pass(parts)) return problem("not-taken");
      underway.set(history.add({ from: "me", text }), sent);
    } else {
      held.push({ id: history.add({ from: "me", text }), parts });
      heldBytes += bytes.length;
    }
    return { sent: true };
  }

  function release() {
    if (channel?.readyState !== "open") return;
    const waiting = held ?? [];
    held = undefined;
    heldBytes = 0;
    for (const { id, parts } of waiting) {
      if (pass(parts)) underway.set(id, sent);
    }
  }

  // The other side may allow less than usual, so a message is announced only once its first part is sent.
  function pass(parts: string[]): boolean {
    const first = sent + 1;
    try {
      for (const part of parts) {
        channel?.send(part);
        if (++sent === first && parts.length > 1) announce({ type: "long", first, parts: parts.length });
      }
      return true;
    } catch {
      return false;
    }
  }

  function confirm(count: number) {
    if (count > sent) return;
    const done: number[] = [];
    for (const [id, last] of underway) {
      if (last > count) break;
      done.push(id);
    }
    done.forEach((id) => underway.delete(id));
    if (done.length > 0) history.replace(done, (message) => ({ ...message, delivered: true }));
  }

  return {
    attach: (attached) => void (channel = attached),
    send,
    release,
    confirm,
    get sent() {
      return sent;
    },
  };
}

/** Creates the result for a message that can't be sent. */
export function problem(code: SendProblem, values?: Readonly<Record<string, number>>): SendResult {
  const reason = REASONS[code].replace(/\{(\w+)\}/g, (_, name) => String(values?.[name]));
  return {
    sent: false,
    code,
    ...(values === undefined ? {} : { values }),
    problem: `Cannot send this message: ${reason}`,
  };
}

const REASONS: Record<SendProblem, string> = {
  "not-connected": "nobody is connected",
  "empty": "there is nothing in it",
  "too-long": "it takes {bytes} bytes, and {most} is the most",
  "too-much": "too much is still on its way, so try again in a moment",
  "not-taken": "the other side's browser doesn't take it",
};

import { type ChatMessage, createHistory } from "./chat_history.ts";
import { createIncoming, type LongAnnouncement } from "./chat_incoming.ts";
import { createOutgoing, type SendResult } from "./chat_outgoing.ts";
import { createTyping } from "./chat_typing.ts";
import { createControl, type Greeting } from "./control.ts";
import type { CallEvent } from "./state.ts";

export type { ChatMessage } from "./chat_history.ts";
export type { SendProblem, SendResult } from "./chat_outgoing.ts";

/** The messages of one call and the channels they take. */
export interface Chat {
  /** Takes a channel that either side has made; those that aren't the chat's are left alone. */
  attach(channel: RTCDataChannel): void;
  send(text: string): SendResult;
  /** The person here types: lets the other side know, now and then. */
  typed(): void;
  /** Says that this side hangs up and gives the channel whose closing shows that all has arrived. */
  sayBye(): RTCDataChannel | undefined;
  /** Says something that isn't chat, beside it. */
  sayBeside(message: Record<string, unknown>): void;
}

export interface ChatOptions {
  report(event: CallEvent): void;
  onMessages(messages: readonly ChatMessage[]): void;
  /** The other side begins to type, or doesn't any more. */
  onTyping?(types: boolean): void;
  /** Epoch milliseconds. */
  now(): number;
  /** What the other side is told at the beginning. */
  greeting?: Greeting;
  /** Is told of hellos, and of what isn't chat. */
  onBeside?(message: Record<string, unknown>): void;
  /** Ends the chat. */
  abort: AbortSignal;
}

/** Labels of the two channels, both made by the caller: plain text, and what toucan says to itself in JSON. */
export const LABELS = { chat: "chat", control: "toucan" } as const;

/** How long to wait for a sign that the other side is ready. */
const HOLD_MS = 1_000;

/** How many announcements wait for a hello at most. */
const MAX_UNSAID = 64;

/**
 * Chats over two channels.
 *
 * Chromium may lose a message that arrives before its own side has opened the channel. So what is written is held until
 * the other side has been heard, or for a second where it is no toucan and keeps silent.
 */
export function createChat({ report, onMessages, onTyping, now, greeting, onBeside, abort }: ChatOptions): Chat {
  const listen = { signal: abort };
  const history = createHistory({ onMessages, now });
  const incoming = createIncoming(history);
  const outgoing = createOutgoing({ history, announce });
  const typing = createTyping({
    say: () => control.say({ type: "typing", after: outgoing.sent }),
    onTyping: (types) => onTyping?.(types),
    abort,
  });
  const control = createControl({
    greeting,
    onHello,
    onReceived: outgoing.confirm,
    onBye,
    onOther,
    onDrained: acknowledge,
    abort,
  });
  let channel: RTCDataChannel | undefined;
  /** What the other side hears once it is known to listen; `undefined` from then on. */
  let unsaid: LongAnnouncement[] | undefined = [];
  let acknowledged = 0;
  let farewell: number | undefined;

  function attach(attached: RTCDataChannel) {
    if (attached.label === LABELS.control) return control.attach(attached);
    if (attached.label !== LABELS.chat || channel !== undefined) return;
    channel = attached;
    outgoing.attach(channel);
    channel.addEventListener("message", ({ data }) => typeof data === "string" && take(data), listen);
    channel.addEventListener("close", () => report({ type: "channel-closed" }), listen);
    if (channel.readyState === "open") open();
    else channel.addEventListener("open", open, { ...listen, once: true });
  }

  function open() {
    const timer = setTimeout(outgoing.release, HOLD_MS);
    abort.addEventListener("abort", () => clearTimeout(timer), { once: true });
    control.ready();
    report({ type: "channel-open" });
  }

  function take(text: string) {
    incoming.take(text);
    typing.arrived();
    if (!control.busy) acknowledge();
    outgoing.release();
    leaveIfDone();
  }

  // Who sends faster than it reads is told less often.
  function acknowledge() {
    if (acknowledged === incoming.received) return;
    acknowledged = incoming.received;
    control.say({ type: "received", count: acknowledged });
  }

  function onHello() {
    outgoing.release();
    unsaid?.forEach(control.say);
    unsaid = undefined;
  }

  function announce(message: LongAnnouncement) {
    if (unsaid === undefined) control.say(message);
    else if (unsaid.length < MAX_UNSAID) unsaid.push(message);
  }

  function onOther(message: Record<string, unknown>) {
    if (message.type === "long") incoming.announce(message);
    // The two channels don't wait for each other: what was typed may be here already.
    else if (message.type === "typing") Number(message.after ?? Infinity) >= incoming.received && typing.heard();
    else onBeside?.(message);
  }

  function send(text: string): SendResult {
    const result = outgoing.send(text);
    if (result.sent) typing.sent();
    return result;
  }

  // The last words may come after the farewell, too.
  function onBye(sent: number) {
    farewell = sent;
    leaveIfDone();
  }

  function leaveIfDone() {
    if (farewell !== undefined && incoming.received >= farewell) report({ type: "bye" });
  }

  function sayBye() {
    outgoing.release();
    control.say({ type: "bye", sent: outgoing.sent });
    return channel;
  }

  return {
    attach,
    send,
    // Only a side that has said hello knows what that means.
    typed: () => unsaid === undefined && typing.typed(),
    sayBye,
    sayBeside: control.say,
  };
}

import { type ChatMessage, createHistory } from "./chat_history.ts";
import { createIncoming, type LongAnnouncement } from "./chat_incoming.ts";
import { createOutgoing, type SendResult } from "./chat_outgoing.ts";
import { createTyping } from "./chat_typing.ts";
import { createControl, type Greeting } from "./control.ts";
import type { CallEvent } from "./state.ts";

export type { ChatMessage } from "./chat_history.ts";
export type { SendProblem, SendResult } from "./chat_outgoing.ts";

/** The chat of one call, over two data channels. */
export interface Chat {
  /** Attaches a channel of either side; ignores those that aren't the chat's. */
  attach(channel: RTCDataChannel): void;
  send(text: string): SendResult;
  /** Tells the other side, from time to time, that the person here is typing. */
  typed(): void;
  /** Says that this side hangs up. Returns the channel whose `close` event means that everything has arrived. */
  sayBye(): RTCDataChannel | undefined;
  /** Sends a message that isn't part of the chat. */
  sayBeside(message: Record<string, unknown>): void;
}

interface ChatOptions {
  report(event: CallEvent): void;
  onMessages(messages: readonly ChatMessage[]): void;
  /** Messages of earlier calls, which stay. */
  earlier?: readonly ChatMessage[];
  /** The other side begins or stops typing. */
  onTyping?(types: boolean): void;
  /** Epoch milliseconds. */
  now(): number;
  /** Added to the first message of this side. */
  greeting?: Greeting;
  /** Receives hellos, and messages that aren't part of the chat. */
  onBeside?(message: Record<string, unknown>): void;
  /** Ends the chat. */
  abort: AbortSignal;
}

/** Labels of the two channels, both created by the caller: plain text, and messages between toucans in JSON. */
export const LABELS = { chat: "chat", control: "toucan" } as const;

/** How long to wait for a sign of life before sending anyway. */
const HOLD_MS = 1_000;

/** How many announcements may wait for a hello. */
const MAX_UNSAID = 64;

/**
 * Creates a chat over two channels.
 *
 * Chromium may lose a message that arrives before its own side has opened the channel. So messages are held until the
 * other side has said something, or for a second if it isn't toucan and says nothing.
 */
export function createChat(
  { report, onMessages, earlier, onTyping, now, greeting, onBeside, abort }: ChatOptions,
): Chat {
  const listen = { signal: abort };
  const history = createHistory({ onMessages, now, ...(earlier === undefined ? {} : { earlier }) });
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
  /** Announcements held until the other side is known to listen; `undefined` from then on. */
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

  // A side that sends faster than it reads gets fewer acknowledgements.
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
    // The channels aren't ordered with each other: the message being typed may have arrived already.
    else if (message.type === "typing") Number(message.after ?? Infinity) >= incoming.received && typing.heard();
    else onBeside?.(message);
  }

  function send(text: string): SendResult {
    const result = outgoing.send(text);
    if (result.sent) typing.sent();
    return result;
  }

  // The last messages may arrive after the bye.
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
    // Only a side that has said hello understands it.
    typed: () => unsaid === undefined && typing.typed(),
    sayBye,
    sayBeside: control.say,
  };
}

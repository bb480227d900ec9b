import { utf8Length } from "../protocol/mod.ts";
import { createControl, type Greeting } from "./control.ts";
import type { CallEvent } from "./state.ts";

/** One chat message as a page shows it. */
export interface ChatMessage {
  /** Counts from 1 within a call. */
  readonly id: number;
  readonly from: "me" | "them";
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The other side has it; stays `false` where it isn't toucan. */
  readonly delivered: boolean;
}

/** Whether a message is on its way, or the reason in words. */
export type SendResult = { readonly sent: true } | { readonly sent: false; readonly problem: string };

/** The messages of one call and the channels they take. */
export interface Chat {
  /** Takes a channel that either side has made; those that aren't the chat's are left alone. */
  attach(channel: RTCDataChannel): void;
  send(text: string): SendResult;
  /** Says that this side hangs up and gives the channel whose closing shows that all has arrived. */
  sayBye(): RTCDataChannel | undefined;
  /** Says something that isn't chat, beside it. */
  sayBeside(message: Record<string, unknown>): void;
}

export interface ChatOptions {
  report(event: CallEvent): void;
  onMessages(messages: readonly ChatMessage[]): void;
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

/** How long one message may be, in bytes of UTF-8: what every WebRTC implementation takes (RFC 8841, section 6.1). */
const MAX_MESSAGE_BYTES = 65_536;

/** How much may be on its way at once, in bytes; browsers close a channel that gets too much. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/** How long to wait for a sign that the other side is ready. */
const HOLD_MS = 1_000;

/**
 * Chats over two channels.
 *
 * Chromium may lose a message that arrives before its own side has opened the channel. So what is written is held until
 * the other side has been heard, or for a second where it is no toucan and keeps silent.
 */
export function createChat({ report, onMessages, now, greeting, onBeside, abort }: ChatOptions): Chat {
  const listen = { signal: abort };
  const control = createControl({
    greeting,
    onHello: heard,
    onReceived: markDelivered,
    onBye,
    onOther: onBeside,
    abort,
  });
  let channel: RTCDataChannel | undefined;
  let messages: readonly ChatMessage[] = [];
  let held: string[] | undefined = [];
  let heldBytes = 0;
  let received = 0;
  let farewell: number | undefined;

  function attach(attached: RTCDataChannel) {
    if (attached.label === LABELS.control) return control.attach(attached);
    if (attached.label !== LABELS.chat || channel !== undefined) return;
    channel = attached;
    channel.addEventListener("message", ({ data }) => typeof data === "string" && take(data), listen);
    channel.addEventListener("close", () => report({ type: "channel-closed" }), listen);
    if (channel.readyState === "open") open();
    else channel.addEventListener("open", open, { ...listen, once: true });
  }

  function open() {
    const timer = setTimeout(heard, HOLD_MS);
    abort.addEventListener("abort", () => clearTimeout(timer), { once: true });
    control.ready();
    report({ type: "channel-open" });
  }

  function take(text: string) {
    received++;
    show({ id: messages.length + 1, from: "them", text, at: now(), delivered: true });
    control.say({ type: "received", count: received });
    heard();
    leaveIfDone();
  }

  function heard() {
    if (channel?.readyState !== "open") return;
    held?.forEach(pass);
    held = undefined;
    heldBytes = 0;
  }

  function send(typed: string): SendResult {
    if (channel?.readyState !== "open") return problem("nobody is connected");
    // What the channel would make of it: half of a surrogate pair can't be written in UTF-8.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(typed));
    const bytes = utf8Length(text);
    if (text.trim() === "") return problem("there is nothing in it");
    if (bytes > MAX_MESSAGE_BYTES) return problem(`it takes ${bytes} bytes, and ${MAX_MESSAGE_BYTES} is the most`);
    if (channel.bufferedAmount + heldBytes + bytes > MAX_WAITING_BYTES) {
      return problem("too much is still on its way, so try again in a moment");
    }
    if (held === undefined) {
      if (!pass(text)) return problem("the other side's browser doesn't take it");
    } else {
      held.push(text);
      heldBytes += bytes;
    }
    show({ id: messages.length + 1, from: "me", text, at: now(), delivered: false });
    return { sent: true };
  }

  // The other side may have announced a lower limit than the usual one.
  function pass(text: string): boolean {
    try {
      channel?.send(text);
      return true;
    } catch {
      return false;
    }
  }

  function markDelivered(count: number) {
    let mine = 0;
    messages = messages.map((it) => it.from === "me" && ++mine <= count ? { ...it, delivered: true } : it);
    onMessages(messages);
  }

  function show(message: ChatMessage) {
    messages = [...messages, message];
    onMessages(messages);
  }

  // The two channels don't wait for each other: the last words may come after the farewell.
  function onBye(sent: number) {
    farewell = sent;
    leaveIfDone();
  }

  function leaveIfDone() {
    if (farewell !== undefined && received >= farewell) report({ type: "bye" });
  }

  function sayBye() {
    heard();
    control.say({ type: "bye", sent: messages.filter(({ from }) => from === "me").length });
    return channel;
  }

  return { attach, send, sayBye, sayBeside: control.say };
}

function problem(reason: string): SendResult {
  return { sent: false, problem: `Cannot send this message: ${reason}` };
}

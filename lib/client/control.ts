import { parseJson, propertiesOf } from "../protocol/mod.ts";
import type { LongAnnouncement } from "./chat_incoming.ts";

/** The properties of a hello. */
export interface Greeting {
  /** This side can restart ICE. */
  restarts: true;
  /** The caller's: the room on the server to meet in if the channel is lost. */
  room?: string;
}

/** Messages between toucans, beside the chat; other clients may ignore them. */
type ControlMessage =
  /** This side's chat is open. `again` is set in reply to a hello, in case this side's first one was lost. */
  | { type: "hello"; again: boolean } & Partial<Greeting>
  /** How many of the chat's strings have arrived. */
  | { type: "received"; count: number }
  /** Several of the chat's strings form one message. */
  | LongAnnouncement
  /** The person here is typing, after this many chat strings. */
  | { type: "typing"; after: number }
  /** This side hangs up, after this many chat strings. */
  | { type: "bye"; sent: number };

/** The channel beside the chat. */
interface Control {
  attach(channel: RTCDataChannel): void;
  /** The chat is open on this side: says hello as soon as it can. */
  ready(): void;
  /** Sends a message if the channel is open. */
  say(message: ControlMessage | Record<string, unknown>): void;
  /** So much is buffered that what can wait should. */
  readonly busy: boolean;
}

/** How much may be buffered before the channel is busy, in bytes. */
const BUSY_BYTES = 65_536;

/** How many hellos get a reply: a second one means that a reply was lost, many mean abuse. */
const MAX_ANSWERS = 10;

/** Creates the control channel of a chat; `abort` ends it. */
export function createControl({ greeting, onHello, onReceived, onBye, onOther, onDrained, abort }: {
  greeting?: Greeting | undefined;
  onHello(): void;
  onReceived(count: number): void;
  onBye(sent: number): void;
  /** The channel is no longer busy. */
  onDrained(): void;
  /** Receives hellos, and messages that aren't part of the chat. */
  onOther?: ((message: Record<string, unknown>) => void) | undefined;
  abort: AbortSignal;
}): Control {
  let channel: RTCDataChannel | undefined;
  let isReady = false;
  let answers = 0;

  function attach(attached: RTCDataChannel) {
    if (channel !== undefined) return;
    channel = attached;
    channel.addEventListener("message", ({ data }) => hear(propertiesOf(parseJson(String(data)))), { signal: abort });
    channel.bufferedAmountLowThreshold = BUSY_BYTES;
    channel.addEventListener("bufferedamountlow", onDrained, { signal: abort });
    channel.addEventListener("open", () => sayHello(false), { signal: abort, once: true });
    sayHello(false);
  }

  function hear(message: Record<string, unknown>) {
    const { type, again, count, sent } = message;
    if (type === "hello") {
      onOther?.(message);
      onHello();
      if (again !== true && ++answers <= MAX_ANSWERS) sayHello(true);
    } else if (type === "received" && typeof count === "number") onReceived(count);
    else if (type === "bye") onBye(typeof sent === "number" ? sent : 0);
    else onOther?.(message);
  }

  function sayHello(again: boolean) {
    if (isReady) say({ type: "hello", again, ...greeting });
  }

  function say(message: ControlMessage | Record<string, unknown>) {
    if (channel?.readyState === "open") channel.send(JSON.stringify(message));
  }

  return {
    attach,
    ready() {
      isReady = true;
      sayHello(false);
    },
    say,
    get busy() {
      return (channel?.bufferedAmount ?? 0) > BUSY_BYTES;
    },
  };
}

import { parseJson, propertiesOf } from "../protocol/mod.ts";
import type { LongAnnouncement } from "./chat_incoming.ts";

/** What a hello says beyond itself. */
export interface Greeting {
  /** This side can restart ICE. */
  restarts: true;
  /** The caller's: where to meet on the server when the channel is lost. */
  room?: string;
}

/** What toucan says to itself, beside the chat; whoever isn't toucan may leave it unanswered. */
export type ControlMessage =
  /** This side's chat is open. `again` answers another hello, in case this side's first one was lost. */
  | { type: "hello"; again: boolean } & Partial<Greeting>
  /** How many of the chat's strings have arrived so far. */
  | { type: "received"; count: number }
  /** Some of the chat's strings belong together. */
  | LongAnnouncement
  /** Somebody types here, after this many chat strings. */
  | { type: "typing"; after: number }
  /** Hangs up, after this many chat strings. */
  | { type: "bye"; sent: number };

/** The channel beside the chat. */
export interface Control {
  attach(channel: RTCDataChannel): void;
  /** The chat is open on this side: says hello as soon as that is possible. */
  ready(): void;
  /** Says something if the channel is open. */
  say(message: ControlMessage | Record<string, unknown>): void;
  /** So much is still on its way that what can wait should. */
  readonly busy: boolean;
}

/** How much may be on its way before the channel is busy, in bytes. */
const BUSY_BYTES = 65_536;

/** How many hellos are answered: more than one means that an answer was lost, many that somebody plays with us. */
const MAX_ANSWERS = 10;

/** Listens on the channel beside the chat until `abort`. */
export function createControl({ greeting, onHello, onReceived, onBye, onOther, onDrained, abort }: {
  greeting?: Greeting | undefined;
  onHello(): void;
  onReceived(count: number): void;
  onBye(sent: number): void;
  /** The channel isn't busy any more. */
  onDrained(): void;
  /** Is told of what isn't the chat's, and of hellos. */
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

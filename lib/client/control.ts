/** What toucan says to itself, beside the chat; whoever isn't toucan may leave it unanswered. */
export type ControlMessage =
  /** This side's chat is open. `again` answers another hello, in case this side's first one was lost. */
  | { type: "hello"; again: boolean }
  /** How many chat messages have arrived so far. */
  | { type: "received"; count: number }
  /** Hangs up, after this many chat messages. */
  | { type: "bye"; sent: number };

/** The channel beside the chat. */
export interface Control {
  attach(channel: RTCDataChannel): void;
  /** The chat is open on this side: says hello as soon as that is possible. */
  ready(): void;
  /** Says something if the channel is open. */
  say(message: ControlMessage): void;
}

/** Listens on the channel beside the chat until `abort`. */
export function createControl({ onHello, onReceived, onBye, abort }: {
  onHello(): void;
  onReceived(count: number): void;
  onBye(sent: number): void;
  abort: AbortSignal;
}): Control {
  let channel: RTCDataChannel | undefined;
  let isReady = false;

  function attach(attached: RTCDataChannel) {
    if (channel !== undefined) return;
    channel = attached;
    channel.addEventListener("message", ({ data }) => hear(parse(data)), { signal: abort });
    channel.addEventListener("open", () => sayHello(false), { signal: abort, once: true });
    sayHello(false);
  }

  function hear(message: Record<string, unknown>) {
    const { type, again, count, sent } = message;
    if (type === "hello") {
      onHello();
      if (again !== true) sayHello(true);
    } else if (type === "received" && typeof count === "number") onReceived(count);
    else if (type === "bye") onBye(typeof sent === "number" ? sent : 0);
  }

  function sayHello(again: boolean) {
    if (isReady) say({ type: "hello", again });
  }

  function say(message: ControlMessage) {
    if (channel?.readyState === "open") channel.send(JSON.stringify(message));
  }

  return {
    attach,
    ready() {
      isReady = true;
      sayHello(false);
    },
    say,
  };
}

// Anybody may be at the other end: what isn't understood is passed over.
function parse(data: unknown): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(String(data));
    return typeof value === "object" && value !== null ? value as Record<string, unknown> : {};
  } catch {
    return {};
  }
}

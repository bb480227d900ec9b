import type { Cursor, News, NumberedMessage } from "../../protocol/mod.ts";
import type { Note } from "../journal.ts";
import { backOffMs, sleep } from "../pace.ts";
import { Interrupted, Unreachable } from "../signaling_error.ts";
import { MAX_ATTEMPTS } from "./http.ts";
import type { Line, TransportName } from "./transport.ts";

/** Hears a call over the first line that works. */
export interface Receiver {
  /** Hears a call from its first message, or with `""` the call that is there: each message once and in order. */
  hear(call: string): void;
  /** The line in use. */
  readonly line: Line;
  /** Whether the line in use is listening. */
  readonly isListening: boolean;
}

export interface ReceiverOptions {
  /** The best one first; at least one. */
  lines: readonly Line[];
  now(): number;
  random(): number;
  onMessage(message: NumberedMessage, call: string): void;
  /** Hearing has ended: {@linkcode Refused} where the call is over, or {@linkcode Unreachable}. */
  onOver(error: unknown): void;
  /** Another line is used from now on. */
  onTransport(name: TransportName): void;
  note: Note;
  abort: AbortSignal;
}

/** A line that stayed open this long works: it may be cut as often as it likes. */
const HELD_MS = 10_000;

/** How often in a row a line may be cut sooner before the next one is used. */
const MAX_CUTS = 2;

/** Puts lines in a row, each the fallback of the one before it. */
export function createReceiver(
  { lines, now, random, onMessage, onOver, onTransport, note, abort }: ReceiverOptions,
): Receiver {
  let line = lines[0]!;
  let cuts = 0;
  let failures = 0;
  let cursor: Cursor = { call: "", after: 0 };
  let wanted = "";
  let isRunning = false;
  let listening: AbortController | undefined;

  async function run(): Promise<never> {
    for (;;) {
      const openMs = await listen();
      if (openMs >= HELD_MS) [cuts, failures] = [0, 0];
      else if (openMs < 0 || ++cuts >= MAX_CUTS) fallBack();
      if (failures >= MAX_ATTEMPTS) throw new Unreachable();
      if (openMs >= 0 && cuts > 0) await sleep(backOffMs(cuts, random), abort);
      else if (line === lines[0] && failures > 0) await sleep(backOffMs(failures, random), abort);
    }
  }

  /** Listens until the line is cut. Returns for how long it was open, in milliseconds; -1 if it never was. */
  async function listen(): Promise<number> {
    const { name } = line;
    const own = listening = new AbortController();
    const stop = () => own.abort(abort.reason);
    abort.addEventListener("abort", stop, { once: true });
    let openedAt: number | undefined;
    try {
      return await line.hear(cursor, {
        asked: () => note({ type: "asked", via: name }),
        opened: () => openedAt ??= now(),
        heard: take,
        nothing: () => note({ type: "nothing", via: name }),
      }, own.signal);
    } catch (error) {
      abort.throwIfAborted();
      // Asked for its call by name, the server says what has become of it.
      if (error instanceof Astray) return HELD_MS;
      if (!(error instanceof Interrupted)) throw error;
      note({ type: "cut", via: name, detail: error.message, ...error.outage });
      return openedAt === undefined ? -1 : now() - openedAt;
    } finally {
      listening = undefined;
      abort.removeEventListener("abort", stop);
    }
  }

  function take({ call, messages, next, reset }: News) {
    const isReset = reset === true;
    if (wanted !== "" && call !== wanted) return listening?.abort(new Astray());
    const isKnown = call === cursor.call && !isReset;
    const fresh = isKnown ? messages.filter(({ seq }) => seq > cursor.after) : messages;
    cursor = { call, after: isKnown ? Math.max(next, cursor.after) : next };
    if (isKnown && fresh.length === 0) return;
    note({ type: "heard", via: line.name, call, messages: fresh, reset: isReset });
    fresh.forEach((message) => onMessage(message, call));
  }

  function fallBack() {
    cuts = 0;
    const next = lines[lines.indexOf(line) + 1];
    // If none works the server is away, which is no line's fault.
    if (next === undefined) failures++;
    const before = line;
    line = next ?? lines[0]!;
    if (line === before) return;
    note({ type: "transport", via: line.name });
    onTransport(line.name);
  }

  return {
    hear(call) {
      if (abort.aborted || (isRunning && call === wanted)) return;
      const isMissed = cursor.call === call && cursor.after > 0;
      wanted = call;
      cursor = { call, after: 0 };
      // What came before it was wanted is heard again.
      if (isRunning && isMissed) listening?.abort(new Astray());
      if (isRunning) return;
      isRunning = true;
      run().catch((error) => {
        isRunning = false;
        if (!abort.aborted) onOver(error);
      });
    },
    get line() {
      return line;
    },
    get isListening() {
      return listening !== undefined;
    },
  };
}

/** The line brings another call than the wanted one, or has to begin again. */
class Astray extends Error {}

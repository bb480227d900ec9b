import type { Cursor, News, NumberedMessage } from "../../protocol/mod.ts";
import type { Note } from "../journal.ts";
import { backOffMs, sleep } from "../pace.ts";
import { Interrupted, type Outage, Unreachable } from "../signaling_error.ts";
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

/** Finds out what is wrong with the server, if anything. @throws the abort's reason */
export type Check = (cursor: Cursor) => Promise<Outage | undefined>;

export interface ReceiverOptions {
  /** The best one first; at least one. */
  lines: readonly Line[];
  check: Check;
  now(): number;
  random(): number;
  onMessage(message: NumberedMessage, call: string): void;
  /** Hearing has ended: {@linkcode Refused} where the call is over, or {@linkcode Unreachable}. */
  onOver(error: unknown): void;
  /** Another line is used from now on. */
  onTransport(name: TransportName): void;
  /** The server is away and is tried again; `undefined`: it responds. */
  onOutage(outage: Outage | undefined): void;
  note: Note;
  abort: AbortSignal;
}

/** A line that stayed open this long works: it may be cut as often as it likes. */
const HELD_MS = 10_000;

/** How often in a row a line may be cut sooner before the next one is used. */
const MAX_CUTS = 2;

/**
 * How often a listening side checks that the server is there, in milliseconds. A socket or a request that a server
 * closes fails at once; a server that hangs, or a connection that is half open, only shows here.
 */
export const PULSE_MS = 15_000;

/** How often in a row the server is checked while it is away: over one to two minutes, the time a restart takes. */
export const MAX_CHECKS = 20;

/** Puts lines in a row, each the fallback of the one before it. */
export function createReceiver(
  { lines, check, now, random, onMessage, onOver, onTransport, onOutage, note, abort }: ReceiverOptions,
): Receiver {
  let line = lines[0]!;
  let cuts = 0;
  let failures = 0;
  let cursor: Cursor = { call: "", after: 0 };
  let wanted = "";
  let isRunning = false;
  let isAway = false;
  let listening: AbortController | undefined;

  async function run(): Promise<never> {
    for (;;) {
      const openMs = await listen();
      // A server that is away is no line's fault.
      const isFaulty = openMs !== undefined && await isThere() && openMs < HELD_MS;
      if (!isFaulty) {
        [cuts, failures] = [0, 0];
        continue;
      }
      if (openMs < 0 || ++cuts >= MAX_CUTS) fallBack();
      if (failures >= MAX_ATTEMPTS) throw new Unreachable();
      if (openMs >= 0 && cuts > 0) await sleep(backOffMs(cuts, random), abort);
      else if (line === lines[0] && failures > 0) await sleep(backOffMs(failures, random), abort);
    }
  }

  /**
   * Listens until the line is cut. Returns for how long it was open, in milliseconds; -1 if it never was, `undefined` if
   * it only has to begin again.
   */
  async function listen(): Promise<number | undefined> {
    const { name } = line;
    const own = listening = new AbortController();
    const stop = () => own.abort(abort.reason);
    abort.addEventListener("abort", stop, { once: true });
    let openedAt: number | undefined;
    const pulse = setInterval(async () => {
      const outage = await check(cursor).catch(() => undefined);
      if (outage === undefined || listening !== own) return;
      isAway = true;
      onOutage(outage);
      own.abort(new Interrupted("The server is away"));
    }, PULSE_MS);
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
      if (error instanceof Astray) return undefined;
      if (!(error instanceof Interrupted)) throw error;
      note({ type: "cut", via: name, detail: error.message });
      return openedAt === undefined || own.signal.aborted ? -1 : now() - openedAt;
    } finally {
      listening = undefined;
      clearInterval(pulse);
      abort.removeEventListener("abort", stop);
    }
  }

  /** Waits until the server responds. Returns whether it was there all the time. */
  async function isThere(): Promise<boolean> {
    for (let checks = 1;; checks++) {
      const outage = await check(cursor);
      if (outage === undefined) break;
      isAway = true;
      onOutage(outage);
      if (checks === MAX_CHECKS) throw new Unreachable(outage);
      await sleep(backOffMs(checks, random), abort);
    }
    if (!isAway) return true;
    isAway = false;
    onOutage(undefined);
    note({ type: "nothing", via: line.name });
    return false;
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

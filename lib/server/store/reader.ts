import { type Call, nameOf } from "../call/call.ts";
import type { Clock } from "../clock.ts";
import { isUnavailable } from "./database.ts";
import type { Waiter } from "./waiting.ts";

/** Options of a waiting read. */
export interface WaitOptions {
  /** Whether the read is done: the call holds news, or what the reader waits for can't come any more. Pure. */
  isNew(call: Call): boolean;
  /** Called while the read waits, before each `isNew`. */
  saw?(call: Call): void;
  waitMs: number;
  /** Aborts when the client goes away. Called only where the read waits, since it creates the signal of a request. */
  abort(): AbortSignal;
  /** Whose share of the places the read takes where it waits and has none yet. */
  client?(): string | undefined;
}

/** Reads a room for a while, and keeps a place among those who wait until it is disposed of. */
export interface Reader extends Disposable {
  /**
   * Resolves to what the room holds as soon as there is something new, the call it first saw is over, or the wait is: by
   * its time, by the client going away or by the store being closed. A database that stops answering only prolongs it.
   *
   * @throws {Refusal} `unavailable`
   */
  readWhen(options: WaitOptions): Promise<Call>;
}

export interface ReaderOptions {
  waiter: Waiter;
  clock: Clock;
  read(): Promise<Call>;
  isClosed(): boolean;
}

/** Makes a reader of one room. */
export function createReader({ waiter, clock, read, isClosed }: ReaderOptions): Reader {
  return {
    async readWhen({ isNew, saw, waitMs, abort }) {
      const signal = abort();
      let timeUp = false;
      const cancelTimer = clock.after(waitMs, () => {
        timeUp = true;
        waiter.wake();
      });
      signal.addEventListener("abort", waiter.wake, { once: true });
      try {
        let call = await read();
        saw?.(call);
        const first = nameOf(call);
        while (!isNew(call) && (first === "" || nameOf(call) === first) && !(timeUp || signal.aborted || isClosed())) {
          await waiter.changed();
          try {
            call = await read();
            saw?.(call);
          } catch (error) {
            if (!isUnavailable(error) || timeUp) throw error;
            waiter.missed();
          }
        }
        return call;
      } finally {
        cancelTimer();
        signal.removeEventListener("abort", waiter.wake);
      }
    },
    [Symbol.dispose]: () => waiter[Symbol.dispose](),
  };
}

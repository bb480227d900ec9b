import type { Clock } from "@/lib/server/clock.ts";

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /** Goes on by `ms`, calling back whatever becomes due, in its order. */
  advance(ms: number): void;
  /** Sets the wall clock forward or back by `ms`, while time passes as before. */
  setWallClock(ms: number): void;
  /** Resolves once at least this many timers are set. */
  timers(count: number): Promise<void>;
  /** How many timers are set. */
  readonly pending: number;
}

/** Makes a clock that starts at `start`, in epoch milliseconds, with a wall clock that shows the same. */
export function createFakeClock(start = Date.UTC(2026, 0, 1)): FakeClock {
  let now = start;
  let offset = 0;
  const timers = new Set<{ at: number; callback: () => void }>();
  const waiters = new Set<() => void>();

  return {
    now: () => now,
    offset: () => offset,
    setWallClock(ms) {
      offset += ms;
    },
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      waiters.forEach((look) => look());
      return () => timers.delete(timer);
    },
    advance(ms) {
      const end = now + ms;
      for (let due = earliest(end); due !== undefined; due = earliest(end)) {
        now = due.at;
        timers.delete(due);
        due.callback();
      }
      now = end;
    },
    timers(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = () => {
        if (timers.size < count) return;
        waiters.delete(look);
        resolve();
      };
      waiters.add(look);
      look();
      return promise;
    },
    get pending() {
      return timers.size;
    },
  };

  function earliest(end: number) {
    return [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

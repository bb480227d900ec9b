/** Time and timers. Passed as an argument, so that a test can control them. */
export interface Clock {
  /** Returns steady milliseconds. They equal epoch milliseconds until the wall clock is set. */
  now(): number;
  /** Returns what to add to `now()` to get the wall clock's time, for times that leave the process. */
  offset(): number;
  /** Calls `callback` after `ms`; returns a function that cancels it. */
  after(ms: number, callback: () => void): () => void;
}

const { timeOrigin } = performance;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => timeOrigin + performance.now(),
  offset: () => Date.now() - systemClock.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Formats a clock's time for others (RFC 3339). */
export function toTimestamp(clock: Clock, time: number): string {
  return new Date(time + clock.offset()).toISOString();
}

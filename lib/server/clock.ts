/** The time and its timers, as an argument, so that a test can hold them. */
export interface Clock {
  /**
   * Milliseconds that pass evenly, whatever happens to the wall clock. They count from 1970 as well, so that they read
   * like epoch milliseconds until somebody sets the wall clock.
   */
  now(): number;
  /** What to add to `now()` for what the wall clock shows: for times that others read. */
  offset(): number;
  /** Calls back once after `ms`; the returned function cancels that. */
  after(ms: number, callback: () => void): () => void;
}

const { timeOrigin } = performance;

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => timeOrigin + performance.now(),
  offset: () => Date.now() - systemClock.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** A time of a clock as others read it (RFC 3339). */
export function toTimestamp(clock: Clock, time: number): string {
  return new Date(time + clock.offset()).toISOString();
}

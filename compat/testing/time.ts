import { type Clock, install } from "npm:@sinonjs/fake-timers@^15.0.0";

export class TimeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "TimeError";
  }
}

let current: FakeTime | undefined;

/** Replaces the clock and the timers until it is disposed of; time passes only when told to. */
export class FakeTime {
  readonly start: number;
  #clock: Clock;
  #abortAfter = AbortSignal.timeout;
  // Taken before they are replaced: what really waits.
  #setTimeout = globalThis.setTimeout;

  constructor(start?: number | string | Date | null) {
    if (current) {
      throw new TimeError("Cannot construct FakeTime: time is already faked");
    }
    this.start = new Date(start ?? Date.now()).valueOf();
    if (Number.isNaN(this.start)) {
      throw new TypeError(
        `Cannot construct FakeTime: invalid start time ${this.start}`,
      );
    }
    this.#clock = install({
      now: this.start,
      toFake: [
        "Date",
        "setTimeout",
        "clearTimeout",
        "setInterval",
        "clearInterval",
      ],
    });
    AbortSignal.timeout = abortAfter;
    current = this;
  }

  static restore(): void {
    if (!current) {
      throw new TimeError("Cannot restore time: time is already restored");
    }
    current.restore();
  }

  get now(): number {
    return this.#clock.now;
  }

  /** Runs the timers that are due by then. */
  set now(value: number) {
    if (value < this.now) {
      throw new RangeError(
        `Cannot set current time in the past, time must be >= ${this.now}: received ${value}`,
      );
    }
    this.#clock.tick(value - this.now);
  }

  tick(ms = 0): void {
    this.now += ms;
  }

  async tickAsync(ms = 0): Promise<void> {
    await this.runMicrotasks();
    this.tick(ms);
  }

  async runMicrotasks(): Promise<void> {
    await new Promise<void>((resolve) => this.#setTimeout.call(globalThis, resolve, 0));
  }

  /** Goes to the next timer and runs it; false where there is none. */
  next(): boolean {
    if (this.#clock.countTimers() === 0) return false;
    this.now = this.#clock.next();
    return true;
  }

  async nextAsync(): Promise<boolean> {
    await this.runMicrotasks();
    return this.next();
  }

  restore(): void {
    if (current !== this) {
      throw new TimeError("Cannot restore time: time is already restored");
    }
    current = undefined;
    this.#clock.uninstall();
    AbortSignal.timeout = this.#abortAfter;
  }

  [Symbol.dispose](): void {
    this.restore();
  }
}

function abortAfter(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => {
    controller.abort(new DOMException("Signal timed out.", "TimeoutError"));
  }, ms);
  return controller.signal;
}

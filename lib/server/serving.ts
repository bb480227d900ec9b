import { type Clock, systemClock } from "./clock.ts";

/** How long to wait before listening again. */
const PAUSE_MS = 1_000;

/** How often to say that no connections are accepted, and how often to close idle ones, at most. */
const RARELY_MS = 60_000;

/** A server of Deno's, as far as it matters here. */
type Listener = Pick<Deno.HttpServer, "finished" | "shutdown">;

/** A server that goes on listening. */
export interface Serving {
  /** Stops listening, and resolves once all that was under way is finished. */
  shutdown(): Promise<void>;
}

export interface ServingOptions {
  /** Starts a server, on the same address each time. */
  listen(): Listener;
  /** Says why no connections are accepted, at most once a minute. */
  say(error: unknown): void;
  clock?: Clock;
}

/**
 * Listens, and listens again whenever Deno stops listening, as it does for good at the first connection that it can't
 * accept, such as for want of a file descriptor. What is connected stays connected. Where that keeps failing,
 * connections without a request are closed to make room, at most once a minute; WebSockets are closed with them (1001),
 * since Deno closes both or neither.
 *
 * @throws what `listen` throws the first time
 */
export function keepServing({ listen, say, clock = systemClock }: ServingOptions): Serving {
  let listener: Listener | undefined;
  /** They accept nothing any more; what they accepted lives on. */
  let retired: Listener[] = [];
  const closing = new Set<Promise<void>>();
  let failures = 0;
  let saidAt = -Infinity;
  let closedAt = -Infinity;
  let stopping = false;

  function start() {
    const started = listen();
    listener = started;
    started.finished.then(() => new Error("Deno's server has ended"), (error) => error).then((error) => {
      if (stopping) return;
      listener = undefined;
      retired.push(started);
      recover(error);
    });
  }

  function startAgain() {
    if (stopping) return;
    try {
      start();
    } catch (error) {
      recover(error);
    }
  }

  function recover(error: unknown) {
    const now = clock.now();
    if (now - saidAt >= RARELY_MS) {
      saidAt = now;
      say(error);
    }
    // The first time it may be a short rush.
    if (++failures > 1 && now - closedAt >= RARELY_MS) {
      closedAt = now;
      closeRetired();
    }
    clock.after(PAUSE_MS, startAgain);
  }

  function closeRetired() {
    for (const one of retired) {
      const closed = one.shutdown().finally(() => closing.delete(closed));
      closing.add(closed);
    }
    retired = [];
    failures = 0;
  }

  start();

  return {
    async shutdown() {
      stopping = true;
      closeRetired();
      await Promise.all([listener?.shutdown(), ...closing]);
    },
  };
}

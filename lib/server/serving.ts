import { type Clock, systemClock } from "./clock.ts";

/** How long to wait before listening again. */
const PAUSE_MS = 1_000;

/** The shortest time between two log lines, and between closing idle connections twice. */
const RARELY_MS = 60_000;

type Listener = Pick<Deno.HttpServer, "finished" | "shutdown">;

/** A server that keeps listening. */
export interface Serving {
  /** Stops listening, and resolves once every request is finished. */
  shutdown(): Promise<void>;
}

export interface ServingOptions {
  /** Starts a server, on the same address each time. */
  listen(): Listener;
  /** Logs why no connections are accepted, at most once a minute. */
  say(error: unknown): void;
  clock?: Clock;
}

/**
 * Listens, and listens again when Deno stops: it does so at the first connection that it can't accept, for example
 * without a free file descriptor. Existing connections stay. If listening fails again, closes idle connections, at most
 * once a minute, and with them WebSockets (1001), since Deno closes both or neither.
 *
 * @throws the first error of `listen`
 */
export function keepServing({ listen, say, clock = systemClock }: ServingOptions): Serving {
  let listener: Listener | undefined;
  /** No longer listening, but with open connections. */
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
    // The first failure may be a short burst.
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

import { Refusal } from "../protocol/mod.ts";
import type { Clock } from "./clock.ts";

/** How often to measure while there are guards. Each time takes 0.1 ms. */
const LOOK_MS = 100;

/** How often to measure above half of the limit: one client can send 100 MB in 100 ms. */
const LOOK_CLOSELY_MS = 20;

/** How often to return freed memory to the system while above the limit. */
const RETURN_MS = 5_000;

/** Watches this process's resident memory. */
export interface MemoryWatch {
  /** @throws {Refusal} `overloaded` above the limit */
  refuseWhenShort(): void;
  /** Calls `relieve` repeatedly while memory is above the limit; returns a function that stops this. */
  guard(relieve: () => void): () => void;
}

export interface MemoryWatchDeps {
  /** In bytes. */
  limit: number;
  clock: Clock;
  /** Measures memory in bytes; by default the resident memory. */
  read?: () => number;
  /** Returns freed memory to the system. Never rejects. */
  giveBack?: () => Promise<void>;
}

/** Starts watching this process's memory. */
export function createMemoryWatch(
  { limit, clock, read = () => Deno.memoryUsage().rss, giveBack = returnFreedMemory }: MemoryWatchDeps,
): MemoryWatch {
  const guards = new Set<() => void>();
  let cancelLook = () => {};
  let readAt = -Infinity;
  let givenBackAt = -Infinity;
  let used = 0;

  function look() {
    readAt = clock.now();
    used = read();
    if (used <= limit || readAt - givenBackAt < RETURN_MS) return;
    givenBackAt = readAt;
    giveBack();
  }

  function lookLater() {
    cancelLook = clock.after(used > limit / 2 ? LOOK_CLOSELY_MS : LOOK_MS, () => {
      look();
      lookLater();
      if (used > limit) guards.forEach((relieve) => relieve());
    });
  }

  return {
    refuseWhenShort() {
      if (clock.now() - readAt >= LOOK_CLOSELY_MS) look();
      if (used > limit) {
        throw new Refusal("overloaded", "Cannot respond now: the server is short of memory", { retryAfter: 1 });
      }
    },
    guard(relieve) {
      if (guards.size === 0) lookLater();
      guards.add(relieve);
      return () => {
        if (guards.delete(relieve) && guards.size === 0) cancelLook();
      };
    },
  };
}

/**
 * Returns freed memory to the system. glibc keeps most of it, so the process would stay at its peak size.
 * Does nothing with another C library, or without permission to call it.
 */
async function returnFreedMemory(): Promise<void> {
  const library = openLibrary();
  // Takes 0.3 to 0.8 ms per MiB, so it runs on another thread than requests.
  await library?.symbols.malloc_trim(0n);
  library?.close();
}

function openLibrary() {
  try {
    return Deno.dlopen("libc.so.6", { malloc_trim: { parameters: ["usize"], result: "i32", nonblocking: true } });
  } catch {
    return undefined;
  }
}

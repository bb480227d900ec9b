import { Refusal } from "../protocol/mod.ts";
import type { Clock } from "./clock.ts";
import { returnFreedMemory } from "./freed_memory.ts";

/** How often the memory is read while somebody is guarded: that takes 0.1 ms. */
const LOOK_MS = 100;

/** How often from half of the limit on: one client can send 100 MB in 100 ms. */
const LOOK_CLOSELY_MS = 20;

/** How often what was freed is given back to the system while there is too much. */
const RETURN_MS = 5_000;

/** Watches how much memory this process holds. */
export interface MemoryWatch {
  /** Refuses what would hold more. @throws {Refusal} `overloaded` */
  refuseWhenShort(): void;
  /** Calls `relieve` at every look while the process holds too much, until the returned function is called. */
  guard(relieve: () => void): () => void;
}

/** What a watch needs. */
export interface MemoryWatchDeps {
  /** Bytes; over it is too much. */
  limit: number;
  clock: Clock;
  /** Bytes; the resident memory if not given. */
  read?: () => number;
  /** Has what was freed no longer count, and never rejects. */
  giveBack?: () => Promise<void>;
}

/** Watches the memory that this process holds. */
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
        throw new Refusal("overloaded", "Cannot answer this now: the server is short of memory", { retryAfter: 1 });
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

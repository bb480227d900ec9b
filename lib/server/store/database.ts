import { Refusal } from "../../protocol/mod.ts";
import { type Clock, systemClock } from "../clock.ts";
import type { Disk } from "./disk.ts";
import { full } from "./quota.ts";

/** Deno KV with an end to every wait. */
export interface Database {
  /** Reads up to ten keys. @throws {Refusal} `unavailable` */
  getMany<T>(keys: readonly Deno.KvKey[]): Promise<Deno.KvEntryMaybe<T>[]>;
  /** Reads every key below a prefix. @throws {Refusal} `unavailable` */
  list(prefix: Deno.KvKey): Promise<Deno.KvEntry<unknown>[]>;
  /** Commits an operation, all of it or nothing. @throws {Refusal} `unavailable`, where it may still land */
  commit(operation: Deno.AtomicOperation, deadlineMs?: number): Promise<Deno.KvCommitResult | Deno.KvCommitError>;
  atomic(): Deno.AtomicOperation;
  /** Waits before another attempt at what lost a race, at random and longer each time. */
  pause(attempt: number): Promise<void>;
  /** Starts to watch keys for changes; never `unavailable`. */
  watch(keys: readonly Deno.KvKey[]): ReadableStream<unknown>;
}

export interface DatabaseOptions {
  kv: Deno.Kv;
  /** Where its file is, if that is known. */
  disk?: Pick<Disk, "look" | "isGone"> | undefined;
  clock?: Clock;
  /** Between 0 and 1. */
  random?: () => number;
}

/** How long a call may take, its retries included. */
const DEADLINE_MS = 5_000;

/** How long a database may take to prove that it can be written to, and for how long that proof counts. */
const PROBE_MS = 1_000;
const PROBE_KEY = ["probe"];

/** The longest pauses before another attempt: the first, and the one that they double up to. */
const FIRST_PAUSE_MS = 4;
const LAST_PAUSE_MS = 128;

/**
 * Gives each call to the database a deadline, and retries while another process holds the lock of the file: SQLite
 * reports that at once where a transaction has to read before it writes, and Deno passes the error on.
 */
export function createDatabase(
  { kv, disk, clock = systemClock, random = Math.random }: DatabaseOptions,
): Database {
  /** Settles as an asynchronous `call` does, unless that takes too long. */
  function ask<T>(call: () => Promise<T>, deadlineMs = DEADLINE_MS): Promise<T> {
    return new Promise((resolve, reject) => {
      let longest = FIRST_PAUSE_MS;
      let isOver = false;
      let cancelPause = () => {};
      const cancelDeadline = clock.after(deadlineMs, () => {
        isOver = true;
        cancelPause();
        reject(unavailable(`it has not answered within ${deadlineMs / 1_000} s`));
      });

      function attempt() {
        call().then((value) => {
          cancelDeadline();
          resolve(value);
        }, (error) => {
          if (isOver) return;
          if (isLocked(error)) {
            cancelPause = clock.after(random() * longest, attempt);
            longest = Math.min(2 * longest, LAST_PAUSE_MS);
          } else {
            cancelDeadline();
            reject(isFull(error) ? full() : error);
          }
        });
      }

      attempt();
    });
  }

  return {
    getMany: <T>(keys: readonly Deno.KvKey[]) => ask(() => kv.getMany<T[]>(keys)),
    list: (prefix) => ask(async () => await Array.fromAsync(kv.list({ prefix }))),
    async commit(operation, deadlineMs) {
      const looking = disk?.look();
      if (looking !== undefined) await looking;
      if (disk?.isGone) throw unavailable("its file was deleted or replaced, and the server has to be restarted");
      return await ask(() => operation.commit(), deadlineMs);
    },
    atomic: () => kv.atomic(),
    pause(attempt) {
      const longest = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LAST_PAUSE_MS);
      return new Promise((resolve) => clock.after(random() * longest, resolve));
    },
    watch: (keys) => kv.watch([...keys]),
  };
}

/** Makes the function that resolves where a database takes writes. At most one a second tries. @throws {Refusal} `unavailable` */
export function createProbe({ database, clock }: { database: Database; clock: Clock }): () => Promise<void> {
  let last: { at: number; done: Promise<void> } | undefined;
  return () => {
    if (last === undefined || clock.now() - last.at >= PROBE_MS) {
      const done = database.commit(database.atomic().set(PROBE_KEY, 0), PROBE_MS).then(() => {});
      last = { at: clock.now(), done };
    }
    return last.done;
  };
}

function unavailable(why: string): Refusal {
  return new Refusal("unavailable", `Cannot reach the database: ${why}`, { retryAfter: 5 });
}

/** Whether another process was writing to the file: nothing was read or written. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && /^database (table )?is locked/.test(error.message);
}

/** Whether there was no room left, since others fill the disk as well: nothing was written. */
function isFull(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("database or disk is full");
}

/** Whether an error says that the database doesn't answer, which passes. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Refusal && error.code === "unavailable";
}

import { Refusal } from "../../protocol/mod.ts";
import { type Clock, systemClock } from "../clock.ts";
import { type Disk, full } from "./space.ts";

/** Deno KV with a deadline for every call. */
export interface Database {
  /** Reads up to ten keys. @throws {Refusal} `unavailable` */
  getMany<T>(keys: readonly Deno.KvKey[]): Promise<Deno.KvEntryMaybe<T>[]>;
  /** Reads every key below a prefix. @throws {Refusal} `unavailable` */
  list(prefix: Deno.KvKey): Promise<Deno.KvEntry<unknown>[]>;
  /** Commits an operation atomically. @throws {Refusal} `unavailable`; the commit may still succeed later */
  commit(operation: Deno.AtomicOperation, deadlineMs?: number): Promise<Deno.KvCommitResult | Deno.KvCommitError>;
  atomic(): Deno.AtomicOperation;
  /** Waits before the next attempt after a lost race, for a random time that grows with each attempt. */
  pause(attempt: number): Promise<void>;
  /** Watches keys for changes, without a deadline. */
  watch(keys: readonly Deno.KvKey[]): ReadableStream<unknown>;
}

export interface DatabaseOptions {
  kv: Deno.Kv;
  /** The disk with its file, if known. */
  disk?: Pick<Disk, "look" | "isGone"> | undefined;
  clock?: Clock;
  /** Returns a number from 0 to 1. */
  random?: () => number;
}

/** How long a call may take, including its retries. */
const DEADLINE_MS = 5_000;

/** How long a probe may take, and how long its result is used. */
const PROBE_MS = 1_000;
const PROBE_KEY = ["probe"];

/** The longest first pause before another attempt, and the limit up to which it doubles. */
const FIRST_PAUSE_MS = 4;
const LAST_PAUSE_MS = 128;

/**
 * Gives each call to the database a deadline, and retries while another process holds the file's lock: SQLite doesn't
 * wait for the lock in a transaction that reads before it writes, and Deno passes its error on.
 */
export function createDatabase(
  { kv, disk, clock = systemClock, random = Math.random }: DatabaseOptions,
): Database {
  /** Retries `call` while the file is locked, until the deadline. */
  function ask<T>(call: () => Promise<T>, deadlineMs = DEADLINE_MS): Promise<T> {
    return new Promise((resolve, reject) => {
      let longest = FIRST_PAUSE_MS;
      let isOver = false;
      let cancelPause = () => {};
      const cancelDeadline = clock.after(deadlineMs, () => {
        isOver = true;
        cancelPause();
        reject(unavailable(`it hasn't responded within ${deadlineMs / 1_000} s`));
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
      if (disk?.isGone) throw unavailable("its file was deleted or replaced, so the server must be restarted");
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

/** Creates the function that checks whether a database accepts writes, at most once a second. @throws {Refusal} `unavailable` */
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

/** Whether a call did nothing because another process holds the file's lock. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && /^database (table )?is locked/.test(error.message);
}

/** Whether a call wrote nothing because the disk is full, as something else may have filled it. */
function isFull(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("database or disk is full");
}

/** Whether an error is an outage of the database, which may pass. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Refusal && error.code === "unavailable";
}

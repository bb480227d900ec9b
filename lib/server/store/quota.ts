import { Refusal, type RoomName, type Side } from "../../protocol/mod.ts";
import type { Clock } from "../clock.ts";
import type { Disk } from "./disk.ts";

/** What a row takes beside its value, at most: a page that is nearly empty, its keys, its share of an index. */
const ROW_BYTES = 5_120;

/** How long after its time Deno KV may keep a row: it looks once a minute. */
const SWEEP_MS = 90_000;

/** What has to stay free for SQLite's write-ahead log, beside what removing rows takes. */
const RESERVE_BYTES = 8 * 1_048_576;

/** After how many seconds it makes sense to try again: by then rows may have been removed. */
const RETRY_S = 60;

/** What becomes of one mailbox: its rows from now on, none where it is removed. */
export interface MailboxRows {
  readonly side: Side;
  readonly chunks: readonly Uint8Array[];
}

/** How much the database may hold. */
export interface Space {
  maxBytes: number;
  /** How many bytes the database held when it was opened. */
  usedBytes?: number;
  /** Where the database is, if that is known. */
  disk?: Disk | undefined;
}

export interface QuotaOptions extends Space {
  clock: Clock;
  /** How long a row is kept. */
  rowMs: number;
}

/** How much the database holds, and whether it may hold more. */
export interface Quota {
  /** Brings up to date how much the disk has free. To be called, and awaited if need be, before a write. */
  look(): Promise<void> | undefined;
  /**
   * Counts what a room's mailboxes take from now on; the returned function takes that back, for a commit that failed.
   *
   * @throws {Refusal} `full` where that is more than before, and there is no more; then nothing has changed
   */
  reserve(room: RoomName, mailboxes: readonly MailboxRows[]): () => void;
  /** By estimate, as of the last call of `reserve`. */
  readonly storedBytes: number;
}

/**
 * Counts what is stored: at most `maxBytes`, and no more than is free beside it, since Deno KV removes what has expired
 * in one transaction, which may write each page once more, and panics where the disk is full.
 */
export function createQuota({ clock, rowMs, maxBytes, usedBytes = 0, disk }: QuotaOptions): Quota {
  const keptMs = rowMs + SWEEP_MS;
  /** In the order in which they will be gone. */
  const mailboxes = new Map<string, { bytes: number; goneAt: number }>();
  let storedBytes = 0;

  const bytesOf = (key: string) => mailboxes.get(key)?.bytes ?? 0;

  function put(key: string, bytes: number) {
    storedBytes += bytes - bytesOf(key);
    mailboxes.delete(key);
    if (bytes > 0) mailboxes.set(key, { bytes, goneAt: clock.now() + keptMs });
  }

  function dropGone() {
    const now = clock.now();
    for (const [key, { goneAt }] of mailboxes) {
      if (goneAt > now) break;
      put(key, 0);
    }
  }

  function isFull(growth: number): boolean {
    const after = storedBytes + growth;
    return after > maxBytes || (disk !== undefined && disk.freeBytes - growth < after + RESERVE_BYTES);
  }

  // No room has this name.
  put("", usedBytes);

  return {
    look: () => disk?.look(),
    reserve(room, changed) {
      dropGone();
      const sizes = changed.map(({ side, chunks }) => {
        const key = `${room}/${side}`;
        return { key, before: bytesOf(key), after: sizeOf(chunks) };
      });
      const growth = sizes.reduce((sum, { before, after }) => sum + after - before, 0);
      if (growth > 0) {
        if (isFull(growth)) {
          throw full();
        }
        disk?.spend(growth);
      }
      for (const { key, after } of sizes) put(key, after);
      return () => sizes.forEach(({ key, before }) => put(key, before));
    },
    get storedBytes() {
      return storedBytes;
    },
  };
}

/** What is said where nothing more can be stored. */
export function full(): Refusal {
  return new Refusal("full", "Cannot store this: the storage is full", { retryAfter: RETRY_S });
}

function sizeOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { length }) => sum + length + ROW_BYTES, 0);
}

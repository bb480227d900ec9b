import { Refusal, type RoomName } from "../../protocol/mod.ts";
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
   * Counts the bytes by which a room is about to grow, or to shrink. Returns what to give back where the commit fails.
   *
   * @throws {Refusal} `full` where there is no more; then nothing has changed
   */
  reserve(room: RoomName, growth: number): number;
  /** Takes back what was reserved. */
  giveBack(room: RoomName, reserved: number): void;
  /** By estimate, as of the last call of `reserve`. */
  readonly storedBytes: number;
}

/**
 * Counts what is stored: at most `maxBytes`, and no more than is free beside it, since Deno KV removes what has expired
 * in one transaction, which may write each page once more, and panics where the disk is full.
 */
export function createQuota({ clock, rowMs, maxBytes, usedBytes = 0, disk }: QuotaOptions): Quota {
  const keptMs = rowMs + SWEEP_MS;
  /** In the order in which they will be gone. No room has the name of what was there at the start. */
  const rooms = new Map<string, { bytes: number; goneAt: number }>([["", {
    bytes: usedBytes,
    goneAt: clock.now() + keptMs,
  }]]);
  let storedBytes = usedBytes;

  function dropGone() {
    const now = clock.now();
    for (const [room, { bytes, goneAt }] of rooms) {
      if (goneAt > now) break;
      rooms.delete(room);
      storedBytes -= bytes;
    }
  }

  function isFull(growth: number): boolean {
    const after = storedBytes + growth;
    return after > maxBytes || (disk !== undefined && disk.freeBytes - growth < after + RESERVE_BYTES);
  }

  /** Returns by how much the count has changed: a room that another process filled may shrink by more than was counted. */
  function add(room: RoomName, growth: number): number {
    const before = rooms.get(room)?.bytes ?? 0;
    const bytes = Math.max(0, before + growth);
    storedBytes += bytes - before;
    rooms.delete(room);
    if (bytes > 0) rooms.set(room, { bytes, goneAt: clock.now() + keptMs });
    return bytes - before;
  }

  return {
    look: () => disk?.look(),
    reserve(room, growth) {
      dropGone();
      if (growth > 0 && isFull(growth)) throw full();
      if (growth > 0) disk?.spend(growth);
      return add(room, growth);
    },
    giveBack: (room, reserved) => void add(room, -reserved),
    get storedBytes() {
      return storedBytes;
    },
  };
}

/** What is said where nothing more can be stored. */
export function full(): Refusal {
  return new Refusal("full", "Cannot store this: the storage is full", { retryAfter: RETRY_S });
}

/** How many bytes rows take, by estimate. */
export function storedSize(rows: number, bytes: number): number {
  return bytes + rows * ROW_BYTES;
}

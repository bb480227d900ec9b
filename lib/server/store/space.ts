import { statfs } from "node:fs/promises";
import { Refusal, type RoomName } from "../../protocol/mod.ts";
import { type Clock, systemClock } from "../clock.ts";

/** The most that a row takes besides its value: a nearly empty page, its keys, and its part of an index. */
const ROW_BYTES = 5_120;

/** How long Deno KV may keep a row after `expireIn`: it removes expired rows once a minute. */
const SWEEP_MS = 90_000;

/** What must stay free for SQLite's write-ahead log, besides what removing rows takes. */
const RESERVE_BYTES = 8 * 1_048_576;

/** `Retry-After` of `full`: by then, expired rows may have been removed. */
const RETRY_S = 60;

/** How long a measurement of the disk is used; bytes written meanwhile are subtracted. */
const STALE_MS = 1_000;

/** How much the database may hold. */
export interface Space {
  maxBytes: number;
  /** How many bytes the database held when it was opened. */
  usedBytes?: number;
  /** The disk with the database, if its file is known. */
  disk?: Disk | undefined;
}

export interface QuotaOptions extends Space {
  clock: Clock;
  /** How long a row is kept. */
  rowMs: number;
}

/** Counts how much the database holds. */
export interface Quota {
  /** Measures the free disk space again if the last measurement is stale. Call before a write. */
  look(): Promise<void> | undefined;
  /**
   * Counts the bytes by which a room is about to grow or shrink. Returns what to give back if the commit fails.
   *
   * @throws {Refusal} `full`, and counts nothing
   */
  reserve(room: RoomName, growth: number): number;
  /** Reverts a reservation. */
  giveBack(room: RoomName, reserved: number): void;
  /** An estimate, as of the last `reserve`. */
  readonly storedBytes: number;
}

/** The file system that holds the database's file. */
export interface Disk {
  /** Measures again if the last measurement is stale. Call while no write is in progress. */
  look(): Promise<void> | undefined;
  /** How many bytes SQLite may still write; `Infinity` if unknown. */
  readonly freeBytes: number;
  /** Whether the file was deleted or replaced, so that SQLite's writes are lost. */
  readonly isGone: boolean;
  /** Subtracts bytes that are about to be written. */
  spend(bytes: number): void;
}

export interface DiskOptions {
  path: string;
  clock?: Clock;
  /** Returns the free bytes; by default asks the operating system. */
  ask?(path: string): Promise<number>;
}

/**
 * Counts what is stored. Allows at most `maxBytes`, and requires as much free disk as is stored: Deno KV removes expired
 * rows in one transaction, which may write each page once more, and panics if the disk is full.
 */
export function createQuota({ clock, rowMs, maxBytes, usedBytes = 0, disk }: QuotaOptions): Quota {
  const keptMs = rowMs + SWEEP_MS;
  /** In the order in which they expire. The key `""`, which no room has, stands for what was stored before. */
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

  /** Returns the change of the count: a room that another process filled may shrink by more than was counted. */
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

/** Makes the refusal of a write for which there is no space. */
export function full(): Refusal {
  return new Refusal("full", "Cannot store this: the storage is full", { retryAfter: RETRY_S });
}

/** Estimates how many bytes some rows take on disk. */
export function storedSize(rows: number, bytes: number): number {
  return bytes + rows * ROW_BYTES;
}

/** Starts watching a database's file and the free space around it. */
export async function openDisk({ path, clock = systemClock, ask = askForFreeBytes }: DiskOptions): Promise<Disk> {
  const file = await identify(path);
  let freeBytes = Infinity;
  let isGone = false;
  let askedAt = -Infinity;

  async function lookNow() {
    askedAt = clock.now();
    const [bytes, found] = await Promise.all([ask(path).catch(() => Infinity), identify(path)]);
    freeBytes = bytes;
    isGone ||= found !== file;
  }

  await lookNow();
  return {
    look: () => clock.now() - askedAt >= STALE_MS ? lookNow() : undefined,
    get freeBytes() {
      return freeBytes;
    },
    get isGone() {
      return isGone;
    },
    spend(bytes) {
      freeBytes -= bytes;
    },
  };
}

/** Returns how many bytes of a SQLite file are in use, 0 if there is no file. Call before the database is opened. */
export async function usedBytes(path: string): Promise<number> {
  const size = await Deno.stat(path).then((file) => file.size, () => 0);
  if (size === 0) return 0;
  const { DatabaseSync } = await import("node:sqlite");
  try {
    const database = new DatabaseSync(path);
    const read = (name: string) => Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]);
    const bytes = (read("page_count") - read("freelist_count")) * read("page_size");
    database.close();
    return bytes;
  } catch {
    // Opening the database will report what is wrong with it.
    return size;
  }
}

/** Returns what distinguishes a file from another one at the same path; `undefined` if there is none. */
async function identify(path: string): Promise<string | undefined> {
  return await Deno.stat(path).then(({ dev, ino }) => `${dev} ${ino}`, () => undefined);
}

async function askForFreeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  // SQLite rewrites its log from the start, so the log's own bytes are free too.
  const log = await Deno.stat(`${path}-wal`).then(({ size }) => size, () => 0);
  return bavail * bsize + log;
}

import { statfs } from "node:fs/promises";
import { type Clock, systemClock } from "../clock.ts";

/** How old the answer may be that the file system gave; what was written since is subtracted. */
const STALE_MS = 1_000;

/** The file system that a database's file is on. */
export interface Disk {
  /** Asks how much is free where that is over a second ago. To be called while no write is under way. */
  look(): Promise<void> | undefined;
  /** How many bytes SQLite may still write. */
  readonly freeBytes: number;
  /** Whether the file was deleted or replaced: SQLite goes on writing to what nobody will find again. */
  readonly isGone: boolean;
  /** Takes note of bytes that are about to be written. */
  spend(bytes: number): void;
}

export interface DiskOptions {
  path: string;
  clock?: Clock;
  /** Asks for the free bytes; by default the operating system. */
  ask?(path: string): Promise<number>;
}

/** Watches a database's file, and the free space where it is, which counts as endless where it can't be found out. */
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

/** How much of a SQLite file is in use; 0 where there is none. To be asked before the database is opened. */
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
    // Whatever is wrong with it is told by opening it.
    return size;
  }
}

/** What tells a file apart from another one at the same path; `undefined` where there is none. */
async function identify(path: string): Promise<string | undefined> {
  return await Deno.stat(path).then(({ dev, ino }) => `${dev} ${ino}`, () => undefined);
}

async function askForFreeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  // SQLite writes its log from the start again, so what the log has is as good as free.
  const log = await Deno.stat(`${path}-wal`).then(({ size }) => size, () => 0);
  return bavail * bsize + log;
}

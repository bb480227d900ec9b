import { statfs } from "node:fs/promises";
import { type Clock, systemClock } from "./clock.ts";

/** How old the answer may be that the file system gave; what was written since is subtracted. */
const STALE_MS = 1_000;

/** The file system that a database's file is on. */
export interface Disk {
  /** Asks how much is free where that is over a second ago. To be called while no write is under way. */
  look(): Promise<void> | undefined;
  /** How many bytes SQLite may still write. */
  readonly freeBytes: number;
  /** Takes note of bytes that are about to be written. */
  spend(bytes: number): void;
}

export interface DiskOptions {
  path: string;
  clock?: Clock;
  /** Asks for the free bytes; by default the operating system. */
  ask?(path: string): Promise<number>;
}

/** Watches the free space where a file is; it counts as endless where it can't be found out. */
export async function openDisk({ path, clock = systemClock, ask = askForFreeBytes }: DiskOptions): Promise<Disk> {
  let freeBytes = Infinity;
  let askedAt = -Infinity;

  async function lookNow() {
    askedAt = clock.now();
    freeBytes = await ask(path).catch(() => Infinity);
  }

  await lookNow();
  return {
    look: () => clock.now() - askedAt >= STALE_MS ? lookNow() : undefined,
    get freeBytes() {
      return freeBytes;
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

async function askForFreeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  // SQLite writes its log from the start again, so what the log has is as good as free.
  const log = await Deno.stat(`${path}-wal`).then(({ size }) => size, () => 0);
  return bavail * bsize + log;
}

import { statfs } from "node:fs/promises";
import { type Clock, systemClock } from "./clock.ts";

/** How often to ask for the free space, at most; in between what is written is subtracted. */
const LOOK_MS = 1_000;

/** The file system that a database's file is on. */
export interface Disk {
  /** How many bytes are free, of what is asked for by `spend` all or nearly all subtracted; `Infinity` where unknown. */
  free(): number;
  /** Takes note of bytes that are about to be written. */
  spend(bytes: number): void;
}

export interface DiskOptions {
  path: string;
  clock?: Clock;
  /** Asks for the free bytes; by default the operating system. */
  look?(path: string): Promise<number>;
}

/** Watches the free space where a file is. It asks only when it is asked. */
export async function openDisk({ path, clock = systemClock, look = freeBytes }: DiskOptions): Promise<Disk> {
  let free = Infinity;
  let lookedAt = -Infinity;
  let isLooking = false;
  /** All that was ever spent: by now, and when the last look and the one before it began. */
  let [spent, atLast, atLastButOne] = [0, 0, 0];

  async function lookAgain() {
    isLooking = true;
    lookedAt = clock.now();
    const before = spent;
    free = await look(path).catch(() => Infinity);
    // What was spent shortly before a look may not have been written by then.
    [atLast, atLastButOne] = [before, atLast];
    isLooking = false;
  }

  await lookAgain();
  return {
    free() {
      // A clock that was set back must not stop it.
      if (!isLooking && Math.abs(clock.now() - lookedAt) >= LOOK_MS) lookAgain();
      return free - (spent - atLastButOne);
    },
    spend(bytes) {
      spent += bytes;
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

async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

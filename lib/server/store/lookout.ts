import type { RoomName } from "../../protocol/mod.ts";
import type { Call } from "../call/call.ts";
import { type Database, isUnavailable } from "./database.ts";
import { keys } from "./rows.ts";
import type { Look, Watch } from "./waiting.ts";

export interface LookoutOptions {
  database: Database;
  /** The name of this process. */
  process: string;
  /** Whether the database reports other processes' writes, so that they leave no marks. */
  remote: boolean;
  read(room: RoomName): Promise<Call>;
  report(fault: unknown): void;
}

/** How many rooms are read at once, so that requests come in between. */
const ROOMS_AT_ONCE = 50;

/** Creates the function that finds other processes' writes, by the marks that they leave. */
export function createLookout({ database, process, remote, read, report }: LookoutOptions): Look {
  let marks = new Map<string, string>();
  let wasChanged = false;

  async function readMarks(): Promise<Map<string, string>> {
    const others = (await database.list(keys.marks)).filter(({ key }) => key[1] !== process);
    return new Map(others.map(({ key, versionstamp }) => [String(key[1]), versionstamp]));
  }

  return async (rooms, missed) => {
    try {
      const current = remote ? marks : await readMarks();
      const isChanged = haveWritten(marks, current);
      // Not every commit leaves a mark, so commits soon after one are found only by looking once more.
      const wanted = remote || isChanged || wasChanged ? rooms : missed;
      for (let start = 0; start < wanted.length; start += ROOMS_AT_ONCE) {
        await Promise.all(wanted.slice(start, start + ROOMS_AT_ONCE).map(read));
      }
      marks = current;
      wasChanged = isChanged;
    } catch (error) {
      // During an outage the next look tries again.
      if (!isUnavailable(error)) report(error);
    }
  };
}

/** Watches rooms through the database, which over KV Connect reports other processes' writes too. */
export function watchKv(database: Database, keysOf: (room: RoomName) => Deno.KvKey[]): Watch {
  return (room, changed) => {
    const reader = database.watch(keysOf(room)).getReader();
    (async () => {
      while (!(await reader.read()).done) changed();
    })().catch(() => {
      // Without the watch, changes are found later, by looking.
    });
    return () => void reader.cancel().catch(() => {});
  };
}

function haveWritten(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return [...after].some(([process, versionstamp]) => before.get(process) !== versionstamp);
}

import type { RoomName } from "../../protocol/mod.ts";
import type { Call } from "../call/call.ts";
import { type Database, isUnavailable } from "./database.ts";
import { keys } from "./rows.ts";
import type { Look } from "./waiting.ts";

export interface LookoutOptions {
  database: Database;
  /** The name of this process. */
  process: string;
  /** Whether processes leave no marks, since the database reports their writes. */
  remote: boolean;
  read(room: RoomName): Promise<Call>;
  report(fault: unknown): void;
}

/** How many rooms are read at once: requests come in between. */
const ROOMS_AT_ONCE = 50;

/** Makes the function that finds what other processes wrote: by the marks that they leave while they write. */
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
      // Not every commit leaves a mark: what follows a mark may be found at the next look only.
      const wanted = remote || isChanged || wasChanged ? rooms : missed;
      for (let start = 0; start < wanted.length; start += ROOMS_AT_ONCE) {
        await Promise.all(wanted.slice(start, start + ROOMS_AT_ONCE).map(read));
      }
      marks = current;
      wasChanged = isChanged;
    } catch (error) {
      // The next look comes anyway.
      if (!isUnavailable(error)) report(error);
    }
  };
}

function haveWritten(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return [...after].some(([process, versionstamp]) => before.get(process) !== versionstamp);
}

import type { RoomName } from "../../protocol/mod.ts";
import { expiryOf } from "../call/call.ts";
import type { Clock } from "../clock.ts";
import type { KnownRows, Rows } from "./rows.ts";

/** What this process read or wrote last. It may be out of date, which the check of a commit finds out. */
export interface RowCache {
  recall(room: RoomName): Rows | undefined;
  /** The rows of each room as they are in the database. */
  readNow(rooms: readonly RoomName[]): Promise<Rows[]>;
  keep(room: RoomName, rows: Rows): void;
  forget(room: RoomName): void;
  /** The rooms of which a call is remembered that isn't over. */
  live(): RoomName[];
}

export interface RowCacheOptions {
  readRows(rooms: readonly RoomName[], known?: KnownRows): Promise<Rows[]>;
  clock: Clock;
  /** What the remembered rows may hold, those that were used last. */
  maxBytes: number;
}

/** What a room costs beyond its rows: keys and objects. */
const ROOM_BYTES = 512;

/** Remembers rows, so that a write need not read what this process has just written, nor a read parse it. */
export function createRowCache({ readRows, clock, maxBytes }: RowCacheOptions): RowCache {
  const known = new Map<RoomName, Rows>();
  let size = 0;

  function isLive({ caller, callee }: Rows): boolean {
    return expiryOf({ caller: caller.mailbox, callee: callee.mailbox }) > clock.now();
  }

  function forget(room: RoomName) {
    const rows = known.get(room);
    if (rows === undefined) return;
    known.delete(room);
    size -= sizeOf(rows);
  }

  function keep(room: RoomName, rows: Rows) {
    forget(room);
    if (rows.caller.chunks + rows.callee.chunks === 0) return;
    known.set(room, rows);
    size += sizeOf(rows);
    for (const oldest of known.keys()) {
      if (size <= maxBytes) break;
      forget(oldest);
    }
  }

  return {
    recall: (room) => known.get(room),
    async readNow(rooms) {
      const found = await readRows(rooms, (room) => known.get(room));
      rooms.forEach((room, index) => {
        const rows = found[index]!;
        const kept = known.get(room);
        // A commit of this process may have come between.
        if (kept === undefined || newest(kept) <= newest(rows)) keep(room, rows);
      });
      return found;
    },
    keep,
    forget,
    live: () => Array.from(known).filter(([, rows]) => isLive(rows)).map(([room]) => room),
  };
}

function sizeOf({ caller, callee }: Rows): number {
  return caller.bytes + callee.bytes + ROOM_BYTES;
}

/** Versionstamps grow with time, in the order of their characters. */
function newest({ caller, callee }: Rows): string {
  const [one, other] = [caller.versionstamp ?? "", callee.versionstamp ?? ""];
  return one > other ? one : other;
}

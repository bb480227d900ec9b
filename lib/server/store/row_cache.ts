import type { RoomName } from "../../protocol/mod.ts";
import { expiryOf } from "../call/call.ts";
import type { Clock } from "../clock.ts";
import type { KnownRows, Rows } from "./rows.ts";

/** The rows that this process last read or wrote. They may be outdated; a commit's checks find that out. */
export interface RowCache {
  recall(room: RoomName): Rows | undefined;
  /** Reads the rows of each room from the database. */
  readNow(rooms: readonly RoomName[]): Promise<Rows[]>;
  keep(room: RoomName, rows: Rows): void;
  forget(room: RoomName): void;
  /** Returns the rooms with a call that hasn't expired. */
  live(): RoomName[];
}

export interface RowCacheOptions {
  readRows(rooms: readonly RoomName[], known?: KnownRows): Promise<Rows[]>;
  clock: Clock;
  /** How many bytes of rows to keep, those kept last. */
  maxBytes: number;
}

/** What a room takes besides its rows' bytes: keys and objects. */
const ROOM_BYTES = 512;

/** Creates a cache of rows: a write needn't read them, and a read needn't parse them. */
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
        // This process may have committed newer rows during the read.
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

/** Returns the later versionstamp; they sort as text. */
function newest({ caller, callee }: Rows): string {
  const [one, other] = [caller.versionstamp ?? "", callee.versionstamp ?? ""];
  return one > other ? one : other;
}

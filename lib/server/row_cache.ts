import type { RoomName, Side } from "../protocol/mod.ts";
import { expiryOf } from "./call.ts";
import type { Clock } from "./clock.ts";
import { readRows, type Row } from "./rows.ts";

/** Both mailboxes of a room as they are in the database. */
export type Rows = Readonly<Record<Side, Row>>;

/** What this process wrote last. It may be out of date, which the check of a commit tells. */
export interface RowCache {
  has(room: RoomName): boolean;
  /** The rows of each room as they are in the database. */
  readNow(rooms: readonly RoomName[]): Promise<Rows[]>;
  /** The rows of each room, from memory or else from the database. */
  read(rooms: readonly RoomName[]): Promise<Rows[]>;
  keep(room: RoomName, rows: Rows): void;
  forget(room: RoomName): void;
}

export interface RowCacheOptions {
  kv: Deno.Kv;
  clock: Clock;
  /** How many rooms are remembered, those that were written last. */
  max: number;
}

/** Remembers rows, so that a write need not read what this process has just written, nor a read parse it. */
export function createRowCache({ kv, clock, max }: RowCacheOptions): RowCache {
  const known = new Map<RoomName, Rows>();

  /** A call that seems over may have been prolonged by another process, whose write no check would tell of. */
  function recall(room: RoomName): Rows | undefined {
    const rows = known.get(room);
    return rows !== undefined && expiryOf({ caller: rows.caller.mailbox, callee: rows.callee.mailbox }) > clock.now()
      ? rows
      : undefined;
  }

  return {
    has: (room) => recall(room) !== undefined,
    readNow: (rooms) => readRows(kv, rooms, (room) => known.get(room)),
    async read(rooms) {
      const recalled = rooms.map(recall);
      const unknown = rooms.filter((_, index) => recalled[index] === undefined);
      const found = unknown.length === 0 ? [] : await readRows(kv, unknown);
      const rest = found.values();
      return recalled.map((rows) => rows ?? rest.next().value!);
    },
    keep(room, rows) {
      known.delete(room);
      // Mailboxes of several rows are rare and large.
      if (rows.caller.chunks > 1 || rows.callee.chunks > 1) return;
      known.set(room, rows);
      if (known.size > max) known.delete(known.keys().next().value!);
    },
    forget(room) {
      known.delete(room);
    },
  };
}

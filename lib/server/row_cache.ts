import type { RoomName, Side } from "../protocol/mod.ts";
import { readRows, type Row } from "./rows.ts";

/** Both mailboxes of a room as they are in the database. */
export type Rows = Readonly<Record<Side, Row>>;

/** What this process wrote last. It may be out of date, which the check of a commit tells. */
export interface RowCache {
  has(room: RoomName): boolean;
  /** The rows of each room, from memory or else from the database. */
  read(rooms: readonly RoomName[]): Promise<Rows[]>;
  keep(room: RoomName, rows: Rows): void;
  forget(room: RoomName): void;
}

/** Remembers the rows of the last `max` rooms, so that a write need not read what this process has just written. */
export function createRowCache(kv: Deno.Kv, max: number): RowCache {
  const known = new Map<RoomName, Rows>();
  return {
    has: (room) => known.has(room),
    async read(rooms) {
      const unknown = rooms.filter((room) => !known.has(room));
      const found = unknown.length === 0 ? [] : await readRows(kv, unknown);
      const missing = new Map(unknown.map((room, index) => [room, found[index]!]));
      return rooms.map((room) => missing.get(room) ?? known.get(room)!);
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

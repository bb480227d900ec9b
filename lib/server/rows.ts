import type { RoomName, Side } from "../protocol/mod.ts";
import { EMPTY_MAILBOX, type Mailbox } from "./mailbox.ts";

/** A value of Deno KV holds 65,536 bytes; a mailbox that is longer goes on in further rows. */
const CHUNK_BYTES = 64_000;

/** What one commit may write: an atomic operation of Deno KV holds 819,200 bytes, its keys and what frames values included. */
export const MAX_COMMIT_BYTES = 800_000;

/** One row of a mailbox. */
export interface Chunk {
  /** How many rows the mailbox has; told by the first. */
  readonly of: number;
  readonly bytes: Uint8Array;
}

/** A mailbox as it was read, with what an atomic check of it needs. */
export interface Row {
  readonly mailbox: Mailbox;
  readonly versionstamp: string | null;
  readonly chunks: number;
}

/** Every key of the database. */
export const keys = {
  mailbox: (room: RoomName, side: Side, chunk = 0): Deno.KvKey => ["room", room, side, chunk],
  /** Never written: what a health check reads. */
  health: ["health"] as Deno.KvKey,
};

/** A mailbox as the values of its rows; none where it is empty. */
export function encodeMailbox(mailbox: Mailbox): Chunk[] {
  if (mailbox === EMPTY_MAILBOX) return [];
  const bytes = new TextEncoder().encode(JSON.stringify(mailbox));
  const of = Math.ceil(bytes.length / CHUNK_BYTES);
  return Array.from({ length: of }, (_, index) => ({
    of,
    bytes: bytes.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
  }));
}

/** The mailbox that {@linkcode encodeMailbox} made rows of. */
export function decodeMailbox(chunks: readonly Chunk[]): Mailbox {
  if (chunks.length === 0) return EMPTY_MAILBOX;
  const decoder = new TextDecoder();
  return JSON.parse(chunks.map(({ bytes }) => decoder.decode(bytes, { stream: true })).join("") + decoder.decode());
}

/**
 * Reads both mailboxes of each room: one call for five rooms, and a further one for each mailbox with several rows.
 */
export async function readRows(kv: Deno.Kv, rooms: readonly RoomName[]): Promise<Record<Side, Row>[]> {
  const groups = Array.from(
    { length: Math.ceil(rooms.length / 5) },
    (_, index) => rooms.slice(index * 5, index * 5 + 5),
  );
  const rows = await Promise.all(groups.map(async (group) => {
    const heads = await kv.getMany<Chunk[]>(
      group.flatMap((room) => [keys.mailbox(room, "caller"), keys.mailbox(room, "callee")]),
    );
    return await Promise.all(
      heads.map((head, index) => completeRow(kv, head, group[index >> 1]!, index % 2 === 0 ? "caller" : "callee")),
    );
  }));
  const flat = rows.flat();
  return rooms.map((_, index) => ({ caller: flat[index * 2]!, callee: flat[index * 2 + 1]! }));
}

async function completeRow(kv: Deno.Kv, head: Deno.KvEntryMaybe<Chunk>, room: RoomName, side: Side): Promise<Row> {
  let first = head;
  while (first.value !== null && first.value.of > 1) {
    const all = await readChunks(kv, room, side, first.value.of);
    first = all[0]!;
    // All rows of a mailbox are written in one commit: others than the first told of mean that a write came between.
    if (first.value?.of === all.length && all.every(({ versionstamp }) => versionstamp === first.versionstamp)) {
      return toRow(all.map(({ value }) => value!), first.versionstamp);
    }
  }
  return toRow(first.value === null ? [] : [first.value], first.versionstamp);
}

async function readChunks(kv: Deno.Kv, room: RoomName, side: Side, count: number): Promise<Deno.KvEntryMaybe<Chunk>[]> {
  const all = Array.from({ length: count }, (_, chunk) => keys.mailbox(room, side, chunk));
  const parts: Deno.KvEntryMaybe<Chunk>[] = [];
  for (let start = 0; start < count; start += 10) {
    parts.push(...await kv.getMany<Chunk[]>(all.slice(start, start + 10)));
  }
  return parts;
}

function toRow(chunks: readonly Chunk[], versionstamp: string | null): Row {
  return { mailbox: decodeMailbox(chunks), versionstamp, chunks: chunks.length };
}

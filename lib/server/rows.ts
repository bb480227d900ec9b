import type { RoomName, Side } from "../protocol/mod.ts";
import { EMPTY_MAILBOX, type Mailbox } from "./mailbox.ts";

/** A value of Deno KV holds 65,536 bytes; a mailbox that is longer goes on in further rows. */
const CHUNK_BYTES = 64_000;

/** What one commit may write: an atomic operation of Deno KV holds 819,200 bytes, its keys and what frames values included. */
export const MAX_COMMIT_BYTES = 800_000;

/** One row of a mailbox: a byte that says how many rows the mailbox has, then its share of the JSON. */
export type Chunk = Uint8Array;

/** A mailbox as it was read, with what an atomic check of it needs. */
export interface Row {
  readonly mailbox: Mailbox;
  readonly versionstamp: string | null;
  readonly chunks: number;
}

/** What a process remembers of a room, which spares it reading again what it knows already. */
export type KnownRows = (room: RoomName) => Readonly<Record<Side, Row>> | undefined;

/** Every key of the database, each as short as can be: a commit names a hundred of them. */
export const keys = {
  mailbox: (room: RoomName, side: Side, chunk = 0): Deno.KvKey => chunk === 0 ? [room, side] : [room, side, chunk],
  /** Never written: what a health check reads. */
  health: ["health"] as Deno.KvKey,
};

const encoder = new TextEncoder();

/** A mailbox as the values of its rows; none where it is empty. */
export function encodeMailbox(mailbox: Mailbox): Chunk[] {
  if (mailbox === EMPTY_MAILBOX) return [];
  const json = JSON.stringify(mailbox);
  // The byte that says "one row" is a character too.
  const whole = encoder.encode(`\u0001${json}`);
  if (whole.length <= CHUNK_BYTES) return [whole];
  const bytes = whole.subarray(1);
  const of = Math.ceil(bytes.length / (CHUNK_BYTES - 1));
  return Array.from({ length: of }, (_, index) => {
    const share = bytes.subarray(index * (CHUNK_BYTES - 1), (index + 1) * (CHUNK_BYTES - 1));
    const chunk = new Uint8Array(share.length + 1);
    chunk[0] = of;
    chunk.set(share, 1);
    return chunk;
  });
}

/** The mailbox that {@linkcode encodeMailbox} made rows of. */
export function decodeMailbox(chunks: readonly Chunk[]): Mailbox {
  if (chunks.length === 0) return EMPTY_MAILBOX;
  const decoder = new TextDecoder();
  return JSON.parse(
    chunks.map((chunk) => decoder.decode(chunk.subarray(1), { stream: true })).join("") + decoder.decode(),
  );
}

/**
 * Reads both mailboxes of each room: one call for five rooms, and a further one for each mailbox with several rows. Of
 * what is known and still the same nothing is made again.
 */
export async function readRows(
  kv: Deno.Kv,
  rooms: readonly RoomName[],
  known: KnownRows = () => undefined,
): Promise<Record<Side, Row>[]> {
  const groups = Array.from(
    { length: Math.ceil(rooms.length / 5) },
    (_, index) => rooms.slice(index * 5, index * 5 + 5),
  );
  const heads = await Promise.all(
    groups.map((group) =>
      kv.getMany<Chunk[]>(group.flatMap((room) => [keys.mailbox(room, "caller"), keys.mailbox(room, "callee")]))
    ),
  );
  const rows = await Promise.all(
    heads.flat().map((head, index) => {
      const room = rooms[index >> 1]!;
      const side = index % 2 === 0 ? "caller" : "callee";
      const row = known(room)?.[side];
      if (row !== undefined && row.versionstamp === head.versionstamp) return row;
      return head.value === null || head.value[0] === 1 ? toRow(head) : completeRow(kv, head, room, side);
    }),
  );
  return rooms.map((_, index) => ({ caller: rows[index * 2]!, callee: rows[index * 2 + 1]! }));
}

async function completeRow(kv: Deno.Kv, head: Deno.KvEntryMaybe<Chunk>, room: RoomName, side: Side): Promise<Row> {
  let first = head;
  while (first.value !== null && first.value[0]! > 1) {
    const all = await readChunks(kv, room, side, first.value[0]!);
    first = all[0]!;
    // All rows of a mailbox are written in one commit: others than the first told of mean that a write came between.
    if (first.value?.[0] === all.length && all.every(({ versionstamp }) => versionstamp === first.versionstamp)) {
      return toRow(first, all.map(({ value }) => value!));
    }
  }
  return toRow(first);
}

async function readChunks(kv: Deno.Kv, room: RoomName, side: Side, count: number): Promise<Deno.KvEntryMaybe<Chunk>[]> {
  const all = Array.from({ length: count }, (_, chunk) => keys.mailbox(room, side, chunk));
  const parts: Deno.KvEntryMaybe<Chunk>[] = [];
  for (let start = 0; start < count; start += 10) {
    parts.push(...await kv.getMany<Chunk[]>(all.slice(start, start + 10)));
  }
  return parts;
}

function toRow({ value, versionstamp }: Deno.KvEntryMaybe<Chunk>, chunks = value === null ? [] : [value]): Row {
  return { mailbox: decodeMailbox(chunks), versionstamp, chunks: chunks.length };
}

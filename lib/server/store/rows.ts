import type { RoomName, Side } from "../../protocol/mod.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "./database.ts";
import { EMPTY_MAILBOX, type Mailbox } from "../call/mailbox.ts";

/** Fits into a value of Deno KV, which holds at most 65,536 bytes. */
const CHUNK_BYTES = 64_000;

/** The first row of a longer mailbox holds only the number of its rows, so that looking for changes reads little. */
const INLINE_BYTES = 8_192;

/** How often to read a mailbox with inconsistent rows, since another process may be writing it. */
const MAX_READS = 3;

/** One row of a mailbox: a byte with the mailbox's number of rows, then a part of its JSON. */
export type Chunk = Uint8Array;

/** A mailbox with the versionstamp that an atomic check of it needs. */
export interface Row {
  readonly mailbox: Mailbox;
  readonly versionstamp: string | null;
  readonly chunks: number;
  /** The size of its rows. */
  readonly bytes: number;
}

/** Both mailboxes of a room, as stored. */
export type Rows = Readonly<Record<Side, Row>> & {
  /** When both were last read or checked, by the process's clock; most commits check only one. */
  readonly checkedAt: number;
};

const NO_ROW: Row = { mailbox: EMPTY_MAILBOX, versionstamp: null, chunks: 0, bytes: 0 };

/** The rows of a room that is taken for empty; a commit checks both sides. */
export const NO_ROWS: Rows = { caller: NO_ROW, callee: NO_ROW, checkedAt: -Infinity };

/** Returns the rows that the process remembers of a room. */
export type KnownRows = (room: RoomName) => Rows | undefined;

/** Identifies whose clock a stored time is of: a process uses its steady clock, other processes the wall clock. */
export interface Timekeeper {
  readonly process: string;
  readonly clock: Clock;
}

/** The process that wrote a mailbox, and its clock's offset to the wall clock. */
type Writer = [process: string, offset: number];

/** The keys of the database. Short, since a commit names up to a hundred. */
export const keys = {
  mailbox: (room: RoomName, side: Side, chunk = 0): Deno.KvKey => chunk === 0 ? [room, side] : [room, side, chunk],
  /** Written from time to time by a process that writes, so that others look for its writes. No room is named `""`. */
  mark: (process: string): Deno.KvKey => ["", process],
  marks: [""] as Deno.KvKey,
};

const encoder = new TextEncoder();

/** Encodes a mailbox as the values of its rows. An empty mailbox has none. */
export function encodeMailbox(mailbox: Mailbox, { process, clock }: Timekeeper): Chunk[] {
  if (mailbox === EMPTY_MAILBOX) return [];
  // The first byte, the number of rows, is also a character.
  const whole = encoder.encode(
    `\u0001${JSON.stringify(mailbox).slice(0, -1)},"by":["${process}",${Math.round(clock.offset())}]}`,
  );
  if (whole.length <= INLINE_BYTES) return [whole];
  const bytes = whole.subarray(1);
  const shares = Math.ceil(bytes.length / (CHUNK_BYTES - 1));
  const head = Uint8Array.of(shares + 1);
  return [
    head,
    ...Array.from({ length: shares }, (_, index) => {
      const share = bytes.subarray(index * (CHUNK_BYTES - 1), (index + 1) * (CHUNK_BYTES - 1));
      const chunk = new Uint8Array(share.length + 1);
      chunk[0] = shares + 1;
      chunk.set(share, 1);
      return chunk;
    }),
  ];
}

/** Decodes a mailbox, and converts its time to the reader's clock. */
export function decodeMailbox(chunks: readonly Chunk[], { process, clock }: Timekeeper): Mailbox {
  if (chunks.length === 0) return EMPTY_MAILBOX;
  const decoder = new TextDecoder();
  const text = chunks.map((chunk) => decoder.decode(chunk.subarray(1), { stream: true })).join("") + decoder.decode();
  const { by: [writer, offset], ...mailbox }: Mailbox & { by: Writer } = JSON.parse(text);
  if (writer === process) return mailbox;
  return { ...mailbox, expiresAt: mailbox.expiresAt + offset - Math.round(clock.offset()) };
}

export interface RowReaderOptions extends Timekeeper {
  database: Database;
  /** Called with a fault if a mailbox can't be decoded; it counts as empty. */
  report(fault: unknown): void;
}

/**
 * Creates the function that reads both mailboxes of each room, with one call for five rooms and another for each mailbox
 * of several rows. Rows with an unchanged versionstamp aren't parsed again.
 */
export function createRowReader({ database, report, ...time }: RowReaderOptions) {
  return async (
    rooms: readonly RoomName[],
    known: KnownRows = () => undefined,
  ): Promise<Rows[]> => {
    const checkedAt = time.clock.now();
    const groups = Array.from({ length: Math.ceil(rooms.length / 5) }, (_, at) => rooms.slice(at * 5, at * 5 + 5));
    const heads = await Promise.all(
      groups.map((group) =>
        database.getMany<Chunk>(group.flatMap((room) => [keys.mailbox(room, "caller"), keys.mailbox(room, "callee")]))
      ),
    );
    const rows = await Promise.all(
      heads.flat().map((head, index) => {
        const room = rooms[index >> 1]!;
        const side = index % 2 === 0 ? "caller" : "callee";
        const row = known(room)?.[side];
        if (row !== undefined && row.versionstamp === head.versionstamp) return row;
        return head.value === null || head.value[0] === 1 ? toRow(head) : readWhole(head, room, side);
      }),
    );
    return rooms.map((_, index) => ({ caller: rows[index * 2]!, callee: rows[index * 2 + 1]!, checkedAt }));
  };

  async function readWhole(head: Deno.KvEntryMaybe<Chunk>, room: RoomName, side: Side): Promise<Row> {
    let first = head;
    for (let reads = 0; reads < MAX_READS; reads++) {
      if (first.value === null || first.value[0] === 1) return toRow(first);
      const all = await readChunks(room, side, first.value[0]!);
      first = all[0]!;
      // A mailbox is written in one commit, so rows that don't match were read while it was written.
      if (first.value?.[0] === all.length && all.every(({ versionstamp }) => versionstamp === first.versionstamp)) {
        return toRow(first, all.map(({ value }) => value!));
      }
    }
    return unreadable(first, new Error("Cannot read a mailbox: rows of it are missing"));
  }

  async function readChunks(room: RoomName, side: Side, count: number): Promise<Deno.KvEntryMaybe<Chunk>[]> {
    const all = Array.from({ length: count }, (_, chunk) => keys.mailbox(room, side, chunk));
    const parts: Deno.KvEntryMaybe<Chunk>[] = [];
    for (let start = 0; start < count; start += 10) {
      parts.push(...await database.getMany<Chunk>(all.slice(start, start + 10)));
    }
    return parts;
  }

  function toRow(head: Deno.KvEntryMaybe<Chunk>, chunks = head.value === null ? [] : [head.value]): Row {
    const bytes = chunks.reduce((sum, { length }) => sum + length, 0);
    try {
      return { mailbox: decodeMailbox(chunks, time), versionstamp: head.versionstamp, chunks: chunks.length, bytes };
    } catch {
      return unreadable(head, new Error("Cannot read a mailbox: it is not what was written"));
    }
  }

  /** Takes a mailbox for empty; the next write replaces its rows. */
  function unreadable({ value, versionstamp }: Deno.KvEntryMaybe<Chunk>, fault: Error): Row {
    report(fault);
    return { mailbox: EMPTY_MAILBOX, versionstamp, chunks: value?.[0] ?? 0, bytes: 0 };
  }
}

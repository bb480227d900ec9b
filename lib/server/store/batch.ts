import type { RoomName, Side } from "../../protocol/mod.ts";
import type { Call, Changed } from "../call/call.ts";
import type { Job } from "./batcher.ts";
import { storedSize } from "./quota.ts";
import type { Chunk, Row, Rows } from "./rows.ts";

/** A change to one room: a function of what it holds, which may refuse. */
export interface Write<Result = unknown> {
  readonly room: RoomName;
  change(call: Call): Changed<Result>;
  /** How often it lost a race against another process. */
  lost?: number;
}

/** What came of a change that was committed. */
export interface Written<Result = unknown> {
  readonly result: Result;
  /** When it is over unless somebody writes, by the process's clock. */
  readonly expiresAt: number;
}

/** A change with the promise that waits for it. */
export type WriteJob = Job<Write, Written>;

/** One room's share of a commit: the changes it makes, each with the call as it left it. */
export interface Share {
  readonly room: RoomName;
  /** When it was prepared, by the process's clock. */
  readonly at: number;
  readonly made: { job: WriteJob; after: Call; result: unknown }[];
  readonly refused: { job: WriteJob; error: unknown }[];
  readonly before: Rows;
  sides: readonly SideRows[];
  /** By how many bytes the quota's count has changed for it. */
  reserved: number;
}

/** What becomes of one mailbox's rows. */
export interface SideRows {
  readonly side: Side;
  readonly before: Row;
  readonly chunks: readonly Chunk[];
}

/** What a room's share checks at most: both sides. */
const CHECKS = 2;

/** What an atomic operation of Deno KV may check, and a safe half of what it may write; bytes include keys and framing. */
const MAX_CHECKS = 100;
const MAX_MUTATIONS = 500;
const MAX_COMMIT_BYTES = 800_000;

/** As few commits as the database's limits allow; those that lost a race are each in one of their own. */
export function packsOf(shares: readonly Share[]): Share[][] {
  const packs: Share[][] = [];
  let [checks, mutations, bytes] = [Infinity, 0, 0];
  for (const share of shares) {
    const isAlone = share.made.some(({ job }) => job.item.lost !== undefined);
    const own = {
      mutations: mutationsOf(share.sides),
      bytes: share.sides.reduce((sum, it) => sum + sumOf(it.chunks), 0),
    };
    checks += CHECKS;
    mutations += own.mutations;
    bytes += own.bytes;
    if (isAlone || checks > MAX_CHECKS || mutations > MAX_MUTATIONS || bytes > MAX_COMMIT_BYTES) {
      packs.push([]);
      checks = isAlone ? Infinity : CHECKS;
      ({ mutations, bytes } = own);
    }
    packs.at(-1)!.push(share);
  }
  return packs;
}

function mutationsOf(sides: readonly SideRows[]): number {
  return sides.reduce((sum, { chunks, before }) => sum + Math.max(chunks.length, before.chunks), 0);
}

/** By how many bytes a share changes what is stored, by estimate. */
export function growthOf(sides: readonly SideRows[]): number {
  return sides.reduce(
    (sum, { chunks, before }) =>
      sum + storedSize(chunks.length, sumOf(chunks)) - storedSize(before.chunks, before.bytes),
    0,
  );
}

/** The bytes of some rows. */
export function sumOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

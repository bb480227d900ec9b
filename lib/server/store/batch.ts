import { setImmediate } from "node:timers";
import type { RoomName, Side } from "../../protocol/mod.ts";
import type { Call, Changed } from "../call/call.ts";
import type { Chunk, Row, Rows } from "./rows.ts";
import { storedSize } from "./space.ts";

/** A queued item with its promise. */
export interface Job<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

/** A queue that is processed in batches. */
export interface Batcher<Item, Result> {
  /** Adds an item to the next batch, and resolves to its result. */
  add(item: Item): Promise<Result>;
  /** Adds a job of an earlier batch to the next one. */
  again(job: Job<Item, Result>): void;
}

/** A change to one room: a pure function of its call, which may throw a refusal. */
export interface Write<Result = unknown> {
  readonly room: RoomName;
  change(call: Call): Changed<Result>;
  /** How many races it lost against other processes. */
  lost?: number;
}

/** The result of a committed change. */
export interface Written<Result = unknown> {
  readonly result: Result;
  /** When the call expires, by the process's clock. */
  readonly expiresAt: number;
}

export type WriteJob = Job<Write, Written>;

/** One room's part of a commit. */
export interface Share {
  readonly room: RoomName;
  /** When it was prepared, by the process's clock. */
  readonly at: number;
  /** The changes, each with the call after it. */
  readonly made: { job: WriteJob; after: Call; result: unknown }[];
  readonly refused: { job: WriteJob; error: unknown }[];
  readonly before: Rows;
  sides: readonly SideRows[];
  /** The bytes that the quota has reserved for it. */
  reserved: number;
}

/** The old and new rows of one mailbox. */
export interface SideRows {
  readonly side: Side;
  readonly before: Row;
  readonly chunks: readonly Chunk[];
}

/** The most checks that a share needs: one per side. */
const CHECKS = 2;

/**
 * The most checks of an atomic operation in Deno KV, and half of its most mutations. Its bytes include keys and framing,
 * so the sum of the values stays below its limit of 819,200.
 */
const MAX_CHECKS = 100;
const MAX_MUTATIONS = 500;
const MAX_COMMIT_BYTES = 800_000;

/**
 * Creates a queue. It processes the items that arrive during a batch together in the next one, since calls to a database
 * cost more than their bytes. When idle it starts within the same turn of the event loop, so no item waits for others.
 *
 * @param lanes how many batches may be in progress at once
 * @param run settles each job or adds it to a later batch. An error that it throws means an outage, and rejects its jobs
 *   and all that are queued.
 */
export function createBatcher<Item, Result>(
  lanes: number,
  run: (jobs: Job<Item, Result>[]) => Promise<void>,
): Batcher<Item, Result> {
  let queue: Job<Item, Result>[] = [];
  let busy = 0;

  async function drain() {
    busy++;
    // Deno handles requests that arrived together one by one; without this the first would be a batch of its own.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const jobs = queue;
      queue = [];
      try {
        await run(jobs);
      } catch (error) {
        for (const job of [...jobs, ...queue.splice(0)]) job.reject(error);
      }
    }
    busy--;
  }

  function put(job: Job<Item, Result>) {
    queue.push(job);
    if (busy < lanes) drain();
  }

  return {
    add(item) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      put({ item, resolve, reject });
      return promise;
    },
    again: put,
  };
}

/** Packs shares into as few commits as Deno KV's limits allow. Shares that lost a race get one each. */
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

/** Estimates by how many bytes a share changes the database's size. */
export function growthOf(sides: readonly SideRows[]): number {
  return sides.reduce(
    (sum, { chunks, before }) =>
      sum + storedSize(chunks.length, sumOf(chunks)) - storedSize(before.chunks, before.bytes),
    0,
  );
}

/** Returns the bytes of some rows. */
export function sumOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

function mutationsOf(sides: readonly SideRows[]): number {
  return sides.reduce((sum, { chunks, before }) => sum + Math.max(chunks.length, before.chunks), 0);
}

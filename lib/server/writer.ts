import { Refusal, type RoomName, type Side } from "../protocol/mod.ts";
import { assembleCall, type Call } from "./call.ts";
import type { Clock } from "./clock.ts";
import { createGather, type Job } from "./gather.ts";
import { EMPTY_MAILBOX, type Mailbox } from "./mailbox.ts";
import type { RowCache, Rows } from "./row_cache.ts";
import { type Chunk, encodeMailbox, keys, MAX_COMMIT_BYTES, type Row } from "./rows.ts";

/** A change to one room: a function of what it holds, which may refuse. */
export interface Write {
  readonly room: RoomName;
  /** `now` in epoch milliseconds. */
  change(call: Call, now: number): Call;
}

export interface WriterOptions {
  kv: Deno.Kv;
  clock: Clock;
  cache: RowCache;
  ttlMs: number;
  /** How many commits may be under way at once. */
  lanes: number;
  /** Told after each commit. */
  written(rooms: readonly RoomName[]): void;
}

/** One room's share of a commit: the changes it makes, each with the call as it left it. */
interface Share {
  readonly room: RoomName;
  readonly made: { job: Job<Write, Call>; after: Call }[];
  readonly refused: { job: Job<Write, Call>; error: unknown }[];
  readonly before: Rows;
  sides: SideRows[];
}

/** What becomes of one mailbox's rows. */
interface SideRows {
  readonly side: Side;
  readonly before: Row;
  readonly chunks: readonly Chunk[];
}

const SIDES: readonly Side[] = ["caller", "callee"];

/** What an atomic operation of Deno KV may check, and a safe half of what it may write. */
const MAX_CHECKS = 100;
const MAX_MUTATIONS = 500;

const MAX_ATTEMPTS = 20;

/**
 * Makes the function that changes rooms. What comes in while a commit is under way goes into the next one together; a
 * lost race sends each room through alone, so that one loser fails nobody else. It resolves to the call as it was
 * committed, once it was.
 *
 * @throws {Refusal} the change's own, or `busy` where race after race was lost
 */
export function createWriter(
  { kv, clock, cache, ttlMs, lanes, written }: WriterOptions,
): (write: Write) => Promise<Call> {
  return createGather(lanes, async (jobs) => {
    const shares = await prepareAll(Map.groupBy(jobs, ({ item }) => item.room));
    await Promise.all(pack(shares).map(commit));
  });

  async function prepareAll(byRoom: Map<RoomName, Job<Write, Call>[]>): Promise<Share[]> {
    const rooms = [...byRoom.keys()];
    const remembered = new Set(rooms.filter(cache.has));
    const rows = await cache.read(rooms);
    const shares = await Promise.all(rooms.map(async (room, index) => {
      const jobs = byRoom.get(room)!;
      const share = prepare(room, jobs, rows[index]!);
      if (share.refused.length === 0 || !remembered.has(room)) return share;
      // No commit checks a refusal, so it is only made on what the database holds now.
      cache.forget(room);
      const [current] = await cache.read([room]);
      return prepare(room, jobs, current!);
    }));
    for (const { refused } of shares) for (const { job, error } of refused) job.reject(error);
    return shares.filter(({ made }) => made.length > 0);
  }

  /** Makes the changes one after the other; one that is refused changes nothing. */
  function prepare(room: RoomName, jobs: Job<Write, Call>[], rows: Rows): Share {
    const now = clock.now();
    const share: Share = { room, made: [], refused: [], before: rows, sides: [] };
    let current = assembleCall(rows.caller.mailbox, rows.callee.mailbox, now);
    for (const job of jobs) {
      try {
        const after = stamp(current, job.item.change(current, now), now);
        share.sides = changedRows(after, rows);
        current = after;
        share.made.push({ job, after });
      } catch (error) {
        share.refused.push({ job, error });
      }
    }
    return share;
  }

  /**
   * Gives what changed its time. A half that did not change is written again before its row runs out of time, since
   * the call lives on with the other half.
   */
  function stamp(before: Call, after: Call, now: number): Call {
    const renew = (side: Side): Mailbox => {
      const mailbox = after[side];
      const keep = mailbox === EMPTY_MAILBOX ||
        (mailbox === before[side] && (after === before || mailbox.expiresAt > now));
      return keep ? mailbox : { ...mailbox, expiresAt: now + ttlMs };
    };
    return { caller: renew("caller"), callee: renew("callee") };
  }

  async function commit(shares: Share[]): Promise<void> {
    if (!await tryCommit(shares)) await Promise.all(shares.map(commitAlone));
  }

  async function commitAlone({ room, made }: Share): Promise<void> {
    let jobs = made.map(({ job }) => job);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const [share] = await prepareAll(new Map([[room, jobs]]));
      if (share === undefined || await tryCommit([share])) return;
      jobs = share.made.map(({ job }) => job);
    }
    const refusal = new Refusal("busy", `Cannot write: ${MAX_ATTEMPTS} attempts lost the race`, { retryAfter: 1 });
    for (const job of jobs) job.reject(refusal);
  }

  async function tryCommit(shares: Share[]): Promise<boolean> {
    const operation = kv.atomic();
    for (const share of shares) {
      const { room, sides } = share;
      for (const { side, versionstamp } of checksOf(share)) {
        operation.check({ key: keys.mailbox(room, side), versionstamp });
      }
      for (const { side, before, chunks } of sides) {
        // The row outlives its mailbox: the call may live on with the other half, and the value tells when it is over.
        chunks.forEach((chunk, index) =>
          operation.set(keys.mailbox(room, side, index), chunk, { expireIn: 2 * ttlMs })
        );
        for (let index = chunks.length; index < before.chunks; index++) {
          operation.delete(keys.mailbox(room, side, index));
        }
      }
    }
    const committed = await operation.commit();
    for (const share of shares) {
      if (committed.ok) cache.keep(share.room, rowsAfter(share, committed.versionstamp));
      else cache.forget(share.room);
    }
    if (!committed.ok) return false;
    for (const { made } of shares) for (const { job, after } of made) job.resolve(after);
    written(shares.map(({ room }) => room));
    return true;
  }
}

/** The rows that a change depends on: the caller's, which name the call, and those that it writes. */
function checksOf({ before, sides }: Share): { side: Side; versionstamp: string | null }[] {
  const checked = SIDES.filter((side) => side === "caller" || sides.some((changed) => changed.side === side));
  return checked.map((side) => ({ side, versionstamp: before[side].versionstamp }));
}

function rowsAfter({ before, made, sides }: Share, versionstamp: string): Rows {
  const call = made.at(-1)!.after;
  const changed = sides.map(({ side, chunks }): [Side, Row] => [side, {
    mailbox: call[side],
    versionstamp: chunks.length === 0 ? null : versionstamp,
    chunks: chunks.length,
  }]);
  return { ...before, ...Object.fromEntries(changed) };
}

/** @throws {Refusal} `too-large` where the room would take more than one commit holds */
function changedRows(call: Call, rows: Rows): SideRows[] {
  const sides = SIDES.filter((side) => call[side] !== rows[side].mailbox)
    .map((side) => ({ side, before: rows[side], chunks: encodeMailbox(call[side]) }));
  if (bytesOf(sides) > MAX_COMMIT_BYTES) {
    throw new Refusal("too-large", `Cannot store this: a room takes ${MAX_COMMIT_BYTES} bytes at most`, {
      limit: MAX_COMMIT_BYTES,
    });
  }
  return sides;
}

function bytesOf(sides: readonly SideRows[]): number {
  return sides.flatMap(({ chunks }) => chunks).reduce((sum, { length }) => sum + length, 0);
}

function mutationsOf(sides: readonly SideRows[]): number {
  return sides.reduce((sum, { chunks, before }) => sum + Math.max(chunks.length, before.chunks), 0);
}

/** As few commits as the database's limits allow. */
function pack(shares: Share[]): Share[][] {
  const packs: Share[][] = [];
  let [checks, mutations, bytes] = [Infinity, 0, 0];
  for (const share of shares) {
    checks += checksOf(share).length;
    mutations += mutationsOf(share.sides);
    bytes += bytesOf(share.sides);
    if (checks > MAX_CHECKS || mutations > MAX_MUTATIONS || bytes > MAX_COMMIT_BYTES) {
      packs.push([]);
      checks = checksOf(share).length;
      mutations = mutationsOf(share.sides);
      bytes = bytesOf(share.sides);
    }
    packs.at(-1)!.push(share);
  }
  return packs;
}

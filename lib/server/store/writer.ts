import { Refusal, type RoomName, type Side } from "../../protocol/mod.ts";
import { assembleCall, BOTH, type Call, type Changed, expiryOf, heldBy } from "../call/call.ts";
import { EMPTY_MAILBOX } from "../call/mailbox.ts";
import type { Database } from "./database.ts";
import { createBatcher } from "./batcher.ts";
import {
  growthOf,
  packsOf,
  type Share,
  type SideRows,
  sumOf,
  type Write,
  type WriteJob,
  type Written,
} from "./batch.ts";
import { createQuota, type Space } from "./quota.ts";
import type { RowCache } from "./row_cache.ts";
import { encodeMailbox, keys, NO_ROWS, type Rows, type Timekeeper } from "./rows.ts";

export interface WriterOptions extends Timekeeper {
  database: Database;
  cache: RowCache;
  ttlMs: number;
  space: Space;
  /** How many commits may be under way at once. */
  lanes: number;
  /** Whether to leave marks, for processes that find writes by looking for those. */
  marks: boolean;
  /** Called after each commit, with what each room now holds. */
  written(room: RoomName, rows: Rows): void;
}

/** What a side of a room may take up. */
const MAX_SIDE_BYTES = 262_144;

const MAX_ATTEMPTS = 20;

/**
 * How long to read rooms that nothing is known of, in milliseconds, once one of them was not empty. Most are new, and then
 * the first write needs no read; a wrong guess costs another commit.
 */
const READ_FIRST_MS = 10_000;

/** How often to leave a mark while writing, in milliseconds: at least twice as often as others look for it. */
const MARK_MS = 250;

/**
 * Makes the function that changes rooms. What comes in while a commit is under way goes into the next one together;
 * rooms that lost a race are tried again each in a commit of its own, so that one loser fails nobody else.
 *
 * @throws {Refusal} the change's own, `busy` where race after race was lost, `unavailable`
 */
export function createWriter(
  { database, cache, ttlMs, space, lanes, marks, written, ...time }: WriterOptions,
): <Result>(write: Write<Result>) => Promise<Written<Result>> {
  const { clock } = time;
  // A row outlives its mailbox: the call may live on with the other half, and the value tells when it is over.
  const rowMs = 2 * ttlMs;
  const quota = createQuota({ clock, rowMs, ...space });
  let markedAt = -Infinity;
  /** Until when no room is taken for empty only because nothing is known of it. */
  let guessAgainAt = -Infinity;

  const batcher = createBatcher<Write, Written>(lanes, async (jobs) => {
    const looking = quota.look();
    if (looking !== undefined) await looking;
    const shares = await prepareAll(Map.groupBy(jobs, ({ item }) => item.room));
    try {
      // One after the other, so that there are no more commits at once than lanes.
      for (const pack of packsOf(shares)) await settle(pack);
    } finally {
      for (const { room, reserved } of shares) if (reserved !== 0) quota.giveBack(room, reserved);
    }
  });

  async function prepareAll(byRoom: Map<RoomName, WriteJob[]>): Promise<Share[]> {
    const rooms = [...byRoom.keys()];
    const guess = clock.now() >= guessAgainAt ? NO_ROWS : undefined;
    const guessed = rooms.map((room) => cache.recall(room) ?? guess);
    const unknown = rooms.filter((_, index) => guessed[index] === undefined);
    const read = (unknown.length === 0 ? [] : await cache.readNow(unknown)).values();
    const shares = rooms.map((room, index) => prepare(room, byRoom.get(room)!, guessed[index] ?? read.next().value!));
    // No commit checks a refusal, so it is only made on what the database holds now.
    const doubtful = shares.filter(({ refused }, index) => refused.length > 0 && guessed[index] !== undefined);
    if (doubtful.length > 0) {
      for (const { room, reserved } of doubtful) {
        cache.forget(room);
        quota.giveBack(room, reserved);
      }
      const current = await cache.readNow(doubtful.map(({ room }) => room));
      doubtful.forEach((share, index) => {
        const { room } = share;
        shares[shares.indexOf(share)] = prepare(room, byRoom.get(room)!, current[index]!);
      });
    }
    for (const { refused } of shares) for (const { job, error } of refused) job.reject(error);
    return shares.filter(({ made }) => made.length > 0);
  }

  /** Makes the changes one after the other; one that is refused changes nothing. */
  function prepare(room: RoomName, jobs: WriteJob[], rows: Rows): Share {
    const now = clock.now();
    const share: Share = { room, at: now, made: [], refused: [], before: rows, sides: [], reserved: 0 };
    let current = assembleCall(rows.caller.mailbox, rows.callee.mailbox, now);
    // Rows of a call that is over go with the next write.
    let wrote: readonly Side[] = BOTH.filter((side) => rows[side].chunks > 0 && current[side] === EMPTY_MAILBOX);
    let growth = 0;
    for (const job of jobs) {
      try {
        const changed = job.item.change(current);
        const after = stamp(changed, now);
        const sides = BOTH.filter((side) => wrote.includes(side) || after.wrote.includes(side));
        const changedRows = sides.map((side) => rowsOf(side, after.call, rows));
        const grown = growthOf(changedRows);
        share.reserved += quota.reserve(room, grown - growth);
        share.sides = changedRows;
        [current, wrote, growth] = [after.call, sides, grown];
        share.made.push({ job, after: current, result: changed.result });
      } catch (error) {
        share.refused.push({ job, error });
      }
    }
    return share;
  }

  /**
   * Gives the written halves their time. The other half is written again before its row runs out of time, since the call
   * lives on with this one.
   */
  function stamp({ call, wrote }: Changed<unknown>, now: number): Pick<Changed, "call" | "wrote"> {
    if (wrote.length === 0) return { call, wrote };
    const due = heldBy(call).filter((side) => wrote.includes(side) || call[side].expiresAt <= now);
    const renew = (side: Side) => due.includes(side) ? { ...call[side], expiresAt: now + ttlMs } : call[side];
    return { call: { ...call, caller: renew("caller"), callee: renew("callee") }, wrote: [...wrote, ...due] };
  }

  /** @throws {Refusal} `too-large` where a side of the room would take up too much */
  function rowsOf(side: Side, call: Call, rows: Rows): SideRows {
    const chunks = encodeMailbox(call[side], time);
    if (sumOf(chunks) > MAX_SIDE_BYTES) {
      throw new Refusal("too-large", `Cannot store this: a side of a room takes ${MAX_SIDE_BYTES} bytes at most`, {
        limit: MAX_SIDE_BYTES,
      });
    }
    return { side, before: rows[side], chunks };
  }

  /** Commits a pack and settles its jobs, or puts those that lost a race into a later batch. */
  async function settle(shares: readonly Share[]): Promise<void> {
    try {
      const committed = await database.commit(operationOf(shares));
      if (committed.ok) { for (const share of shares) keep(share, rowsAfter(share, committed.versionstamp)); }
      else await retryLosers(shares);
    } catch (error) {
      for (const { made } of shares) for (const { job } of made) job.reject(error);
      // The other packs would wait for the same database.
      if (error instanceof Refusal) throw error;
    }
  }

  function operationOf(shares: readonly Share[]): Deno.AtomicOperation {
    const operation = database.atomic();
    for (const share of shares) {
      const { room, sides, before } = share;
      for (const side of checkedSides(share)) {
        operation.check({ key: keys.mailbox(room, side), versionstamp: before[side].versionstamp });
      }
      for (const { side, before, chunks } of sides) {
        chunks.forEach((chunk, index) => operation.set(keys.mailbox(room, side, index), chunk, { expireIn: rowMs }));
        for (let index = chunks.length; index < before.chunks; index++) {
          operation.delete(keys.mailbox(room, side, index));
        }
      }
    }
    if (marks && clock.now() - markedAt >= MARK_MS) {
      markedAt = clock.now();
      operation.set(keys.mark(time.process), 0, { expireIn: rowMs });
    }
    return operation;
  }

  /**
   * The caller's row, which names the call, and those that change; now and then both, so that a half that another
   * process has written is known, and renewed, before its row runs out of time.
   */
  function checkedSides({ at, before, sides }: Share): readonly Side[] {
    if (at - before.checkedAt >= ttlMs / 2) return BOTH;
    return BOTH.filter((side) => side === "caller" || sides.some((changed) => changed.side === side));
  }

  function rowsAfter(share: Share, versionstamp: string): Rows {
    const { at, before, made, sides } = share;
    const call = made.at(-1)!.after;
    const rows = { ...before, checkedAt: checkedSides(share).length === BOTH.length ? at : before.checkedAt };
    for (const { side, chunks } of sides) {
      const stamp = chunks.length === 0 ? null : versionstamp;
      rows[side] = { mailbox: call[side], versionstamp: stamp, chunks: chunks.length, bytes: sumOf(chunks) };
    }
    return rows;
  }

  function keep(share: Share, rows: Rows) {
    const { room, made } = share;
    share.reserved = 0;
    cache.keep(room, rows);
    written(room, rows);
    for (const { job, after, result } of made) job.resolve({ result, expiresAt: expiryOf(after) });
  }

  async function retryLosers(shares: readonly Share[]): Promise<void> {
    for (const { room } of shares) cache.forget(room);
    const current = await cache.readNow(shares.map(({ room }) => room));
    const wasWrong = shares.some(({ before }, index) => before === NO_ROWS && !isEmpty(current[index]!));
    if (wasWrong) guessAgainAt = clock.now() + READ_FIRST_MS;
    shares.forEach((share, index) => {
      // Where a connection breaks after a commit, Deno commits again, and what has landed fails the checks.
      if (hasLanded(share, current[index]!)) return keep(share, current[index]!);
      const [first] = share.made;
      const lost = (first!.job.item.lost ?? 0) + 1;
      if (lost < MAX_ATTEMPTS) return void database.pause(lost).then(() => share.made.forEach(again));
      const refusal = new Refusal("busy", `Cannot write: ${MAX_ATTEMPTS} attempts lost the race`, { retryAfter: 1 });
      for (const { job } of share.made) job.reject(refusal);
    });
  }

  function again({ job }: { job: WriteJob }) {
    batcher.again({ ...job, item: { ...job.item, lost: (job.item.lost ?? 0) + 1 } });
  }

  /** Whether the rows hold just what a share wrote, which its times and ETags make unique. */
  function hasLanded({ sides, made }: Share, current: Rows): boolean {
    const { after } = made.at(-1)!;
    return sides.length > 0 &&
      sides.every(({ side }) => JSON.stringify(current[side].mailbox) === JSON.stringify(after[side]));
  }

  function isEmpty({ caller, callee }: Rows): boolean {
    return caller.chunks + callee.chunks === 0;
  }

  return <Result>(write: Write<Result>) => batcher.add(write) as Promise<Written<Result>>;
}

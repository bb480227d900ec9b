import { Refusal, type RoomName, type Side } from "../../protocol/mod.ts";
import { assembleCall, BOTH, type Call, type Changed, expiryOf, heldBy } from "../call/call.ts";
import { EMPTY_MAILBOX } from "../call/mailbox.ts";
import {
  createBatcher,
  growthOf,
  packsOf,
  type Share,
  type SideRows,
  sumOf,
  type Write,
  type WriteJob,
  type Written,
} from "./batch.ts";
import type { Database } from "./database.ts";
import type { RowCache } from "./row_cache.ts";
import { encodeMailbox, keys, NO_ROWS, type Rows, type Timekeeper } from "./rows.ts";
import { createQuota, type Space } from "./space.ts";

export interface WriterOptions extends Timekeeper {
  database: Database;
  cache: RowCache;
  ttlMs: number;
  space: Space;
  /** How many commits may be in progress at once. */
  lanes: number;
  /** Whether to leave marks, by which other processes find writes. */
  marks: boolean;
  /** Called after each commit with each room's new rows. */
  written(room: RoomName, rows: Rows): void;
}

/** The largest mailbox. */
const MAX_SIDE_BYTES = 262_144;

const MAX_ATTEMPTS = 20;

/**
 * How long to read unknown rooms before writing, after one that was taken for empty was not
 * (docs/decisions/unknown_rooms_are_empty.md).
 */
const READ_FIRST_MS = 10_000;

/** How often to leave a mark while writing: at least twice as often as others look for it. */
const MARK_MS = 250;

/**
 * Creates the function that changes rooms. Changes that arrive during a commit share the next one. After a lost race each
 * room is retried in a commit of its own, so that one room doesn't fail others.
 *
 * @throws {Refusal} the change's own, `busy` after too many lost races, `unavailable`
 */
export function createWriter(
  { database, cache, ttlMs, space, lanes, marks, written, ...time }: WriterOptions,
): <Result>(write: Write<Result>) => Promise<Written<Result>> {
  const { clock } = time;
  // A row outlives its mailbox, since the other side's mailbox may keep the call alive; the value holds the exact time.
  const rowMs = 2 * ttlMs;
  const quota = createQuota({ clock, rowMs, ...space });
  let markedAt = -Infinity;
  /** Until then, unknown rooms are read first. */
  let guessAgainAt = -Infinity;

  const batcher = createBatcher<Write, Written>(lanes, async (jobs) => {
    const looking = quota.look();
    if (looking !== undefined) await looking;
    const shares = await prepareAll(Map.groupBy(jobs, ({ item }) => item.room));
    try {
      // In turn, so that there are never more commits than lanes.
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
    // A refusal has no commit that would check it, so it must rest on a read.
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

  /** Applies the changes in turn. A refused one changes nothing. */
  function prepare(room: RoomName, jobs: WriteJob[], rows: Rows): Share {
    const now = clock.now();
    const share: Share = { room, at: now, made: [], refused: [], before: rows, sides: [], reserved: 0 };
    let current = assembleCall(rows.caller.mailbox, rows.callee.mailbox, now);
    // The next write removes the rows of a call that is over.
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
   * Extends the life of the mailboxes that were written. Writes the other one too if it has expired, since the call lives
   * on and its row would be removed.
   */
  function stamp({ call, wrote }: Changed<unknown>, now: number): Pick<Changed, "call" | "wrote"> {
    if (wrote.length === 0) return { call, wrote };
    const due = heldBy(call).filter((side) => wrote.includes(side) || call[side].expiresAt <= now);
    const renew = (side: Side) => due.includes(side) ? { ...call[side], expiresAt: now + ttlMs } : call[side];
    return { call: { ...call, caller: renew("caller"), callee: renew("callee") }, wrote: [...wrote, ...due] };
  }

  /** @throws {Refusal} `too-large` */
  function rowsOf(side: Side, call: Call, rows: Rows): SideRows {
    const chunks = encodeMailbox(call[side], time);
    if (sumOf(chunks) > MAX_SIDE_BYTES) {
      throw new Refusal("too-large", `Cannot store this: a side may take at most ${MAX_SIDE_BYTES} bytes`, {
        limit: MAX_SIDE_BYTES,
      });
    }
    return { side, before: rows[side], chunks };
  }

  /** Commits a pack and settles its jobs, or moves those that lost a race to a later batch. */
  async function settle(shares: readonly Share[]): Promise<void> {
    try {
      const committed = await database.commit(operationOf(shares));
      if (committed.ok) { for (const share of shares) keep(share, rowsAfter(share, committed.versionstamp)); }
      else await retryLosers(shares);
    } catch (error) {
      for (const { made } of shares) for (const { job } of made) job.reject(error);
      // The other packs would fail the same way.
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
   * Returns the sides to check: the caller, which names the call, and those that change. From time to time both, so that
   * this process notices, and renews, what another has written before its row is removed.
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
      // If a connection breaks after a commit, Deno retries, and the checks fail because the commit has succeeded.
      if (hasLanded(share, current[index]!)) return keep(share, current[index]!);
      const [first] = share.made;
      const lost = (first!.job.item.lost ?? 0) + 1;
      if (lost < MAX_ATTEMPTS) return void database.pause(lost).then(() => share.made.forEach(again));
      const refusal = new Refusal("busy", `Cannot write: other writes came first, ${MAX_ATTEMPTS} times`, {
        retryAfter: 1,
      });
      for (const { job } of share.made) job.reject(refusal);
    });
  }

  function again({ job }: { job: WriteJob }) {
    batcher.again({ ...job, item: { ...job.item, lost: (job.item.lost ?? 0) + 1 } });
  }

  /** Whether the rows are exactly what a share wrote; times and ETags make that unique. */
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

import { assertEquals, assertStrictEquals } from "@std/assert";
import { parseRoomName, type RoomName } from "@/lib/protocol/mod.ts";
import { EMPTY_MAILBOX } from "@/lib/server/call/mailbox.ts";
import { createRowCache } from "@/lib/server/store/row_cache.ts";
import type { Row, Rows } from "@/lib/server/store/rows.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";

const [A, B, C] = ["a", "b", "c"].map(parseRoomName) as [RoomName, RoomName, RoomName];

Deno.test("createRowCache() recalls what it keeps, even of a call that seems over", () => {
  const { cache, clock } = create();
  const rows = rowsUntil(clock.now() + 10);
  cache.keep(A, rows);
  clock.advance(10);
  assertStrictEquals(cache.recall(A), rows);
  assertEquals([cache.recall(B), cache.live()], [undefined, []]);
});

Deno.test("createRowCache() reads all rooms in one call", async () => {
  const { cache, calls } = create();
  const [a, b] = await cache.readNow([A, B]);
  assertEquals([a?.caller.versionstamp, b?.caller.versionstamp, calls.count], [null, null, 1]);
});

Deno.test("createRowCache() keeps the most recently written rooms, up to a size", () => {
  const { cache, clock } = create();
  const rows = rowsUntil(clock.now() + 1, 1_000);
  for (const room of [A, B, A, C]) cache.keep(room, rows);
  assertEquals([A, B, C].map((room) => cache.recall(room) !== undefined), [true, false, true]);
  cache.keep(B, rowsUntil(clock.now() + 1, 2_000));
  assertEquals([A, B, C].map((room) => cache.recall(room) !== undefined), [false, true, false]);
  cache.keep(A, rowsUntil(clock.now() + 1, 3_000));
  assertEquals([A, B, C].map((room) => cache.recall(room) !== undefined), [false, false, false]);
});

Deno.test("createRowCache() keeps nothing of an empty room", () => {
  const { cache, clock } = create();
  cache.keep(A, rowsUntil(clock.now() + 1));
  assertEquals(cache.live(), [A]);
  cache.keep(A, { caller: EMPTY, callee: EMPTY, checkedAt: 0 });
  assertEquals(cache.live(), []);
});

Deno.test("createRowCache() keeps what it reads unless a commit was newer", async () => {
  const { cache, clock, found } = create();
  const old = rowsUntil(clock.now() + 1, 10, "1");
  const newer = rowsUntil(clock.now() + 1, 10, "2");
  found.set(A, old);
  const reading = cache.readNow([A]);
  cache.keep(A, newer);
  assertStrictEquals((await reading)[0], old);
  assertStrictEquals(cache.recall(A), newer);
  const newest = rowsUntil(clock.now() + 1, 10, "3");
  found.set(A, newest);
  await cache.readNow([A]);
  assertStrictEquals(cache.recall(A), newest);
});

const EMPTY: Row = { mailbox: EMPTY_MAILBOX, versionstamp: null, chunks: 0, bytes: 0 };

function create() {
  const clock = createFakeClock();
  const calls = { count: 0 };
  const found = new Map<RoomName, Rows>();
  const readRows = (rooms: readonly RoomName[]) => {
    calls.count++;
    return Promise.resolve(rooms.map((room) => found.get(room) ?? { caller: EMPTY, callee: EMPTY, checkedAt: 0 }));
  };
  return { clock, calls, found, cache: createRowCache({ readRows, clock, maxBytes: 3_500 }) };
}

function rowsUntil(expiresAt: number, bytes = 10, versionstamp = "1"): Rows {
  return {
    caller: { mailbox: { ...EMPTY_MAILBOX, expiresAt }, versionstamp, chunks: 1, bytes },
    callee: EMPTY,
    checkedAt: 0,
  };
}

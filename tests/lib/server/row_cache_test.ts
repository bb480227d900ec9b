import { assertEquals, assertStrictEquals } from "@std/assert";
import { parseRoomName, type RoomName } from "@/lib/protocol/mod.ts";
import { EMPTY_MAILBOX } from "@/lib/server/mailbox.ts";
import { createRowCache, type Rows } from "@/lib/server/row_cache.ts";
import { createFakeClock } from "@/tests/fake_clock.ts";

const [A, B, C] = ["a", "b", "c"].map(parseRoomName) as [RoomName, RoomName, RoomName];

Deno.test("createRowCache() gives what it was told to keep, and reads the rest in one go", async () => {
  using kv = await Deno.openKv(":memory:");
  const { cache, clock, calls } = create(kv);
  const rows = rowsUntil(clock.now() + 1);
  cache.keep(B, rows);
  const [a, b, c] = await cache.read([A, B, C]);
  assertStrictEquals(b, rows);
  assertEquals([a?.caller.versionstamp, c?.caller.versionstamp, calls.count], [null, null, 1]);
  assertStrictEquals((await cache.read([B]))[0], rows);
  assertEquals(calls.count, 1);
});

Deno.test("createRowCache() asks again for a call that seems over, to the millisecond", async () => {
  using kv = await Deno.openKv(":memory:");
  const { cache, clock } = create(kv);
  cache.keep(A, rowsUntil(clock.now() + 10));
  clock.advance(9);
  assertEquals(cache.has(A), true);
  clock.advance(1);
  assertEquals(cache.has(A), false);
  assertEquals((await cache.read([A]))[0]?.caller.versionstamp, null);
});

Deno.test("createRowCache() remembers the rooms that were written last, and no long ones", async () => {
  using kv = await Deno.openKv(":memory:");
  const { cache, clock } = create(kv);
  const rows = rowsUntil(clock.now() + 1);
  for (const room of [A, B, A, C]) cache.keep(room, rows);
  assertEquals([A, B, C].map(cache.has), [true, false, true]);
  cache.keep(A, rowsUntil(clock.now() + 1, 2));
  assertEquals([A, B, C].map(cache.has), [false, false, true]);
});

Deno.test("createRowCache() gives what it knew when it was asked, whatever is forgotten meanwhile", async () => {
  using kv = await Deno.openKv(":memory:");
  const { cache, clock } = create(kv);
  const rows = rowsUntil(clock.now() + 1);
  cache.keep(A, rows);
  const reading = cache.read([A, B]);
  cache.forget(A);
  assertStrictEquals((await reading)[0], rows);
  assertEquals(cache.has(A), false);
});

function create(kv: Deno.Kv) {
  const clock = createFakeClock();
  const calls = { count: 0 };
  const getMany = kv.getMany.bind(kv);
  kv.getMany = (...args) => (calls.count++, getMany(...args));
  return { clock, calls, cache: createRowCache({ kv, clock, max: 2 }) };
}

function rowsUntil(expiresAt: number, chunks = 1): Rows {
  const empty = { mailbox: EMPTY_MAILBOX, versionstamp: null, chunks: 0 };
  return { caller: { mailbox: { ...EMPTY_MAILBOX, expiresAt }, versionstamp: "1", chunks }, callee: empty };
}

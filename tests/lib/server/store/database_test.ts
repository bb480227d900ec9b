import { assert, assertEquals, assertRejects } from "@std/assert";
import { Refusal } from "@/lib/protocol/mod.ts";
import { createDatabase } from "@/lib/server/store/database.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";

const LOCKED = new TypeError("database is locked");

Deno.test("createDatabase() refuses a read without a response within 5 s as unavailable", async () => {
  using kv = await Deno.openKv(":memory:");
  const clock = createFakeClock();
  kv.getMany = () => new Promise(() => {});
  const reading = createDatabase({ kv, clock }).getMany([["a"]]);
  clock.advance(4_999);
  assertEquals(clock.pending, 1);
  clock.advance(1);
  const refusal = await assertRejects(() => reading, Refusal);
  assertEquals([refusal.code, refusal.status, refusal.options.retryAfter], ["unavailable", 503, 5]);
});

Deno.test("createDatabase() retries while a file is locked", async () => {
  using kv = await Deno.openKv(":memory:");
  const clock = createFakeClock();
  const getMany = kv.getMany.bind(kv);
  let calls = 0;
  kv.getMany = (...args) => ++calls < 10 ? Promise.reject(LOCKED) : getMany(...args);
  const reading = createDatabase({ kv, clock, random: () => 1 }).getMany([["a"]]);
  const pauses: number[] = [];
  for (let retries = 1; retries < 10; retries++) {
    await clock.timers(2);
    const before = clock.now();
    while (clock.pending === 2) clock.advance(1);
    pauses.push(clock.now() - before);
  }
  assertEquals((await reading)[0]?.value, null);
  assertEquals([calls, pauses, clock.pending], [10, [4, 8, 16, 32, 64, 128, 128, 128, 128], 0]);
});

Deno.test("createDatabase() gives up on a file that stays locked, and leaves no timer", async () => {
  using kv = await Deno.openKv(":memory:");
  const clock = createFakeClock();
  let calls = 0;
  kv.getMany = () => {
    calls++;
    return Promise.reject(LOCKED);
  };
  const reading = assertRejects(() => createDatabase({ kv, clock, random: () => 1 }).getMany([["a"]]), Refusal);
  const deadline = clock.now() + 5_000;
  while (clock.now() < deadline) {
    await clock.timers(2);
    clock.advance(Math.min(128, deadline - clock.now()));
  }
  assertEquals((await reading).code, "unavailable");
  const made = calls;
  assert(made >= 5_000 / 128, `${made} calls`);
  clock.advance(10_000);
  assertEquals([calls, clock.pending], [made, 0]);
});

Deno.test("createDatabase() passes on other errors at once", async () => {
  using kv = await Deno.openKv(":memory:");
  const clock = createFakeClock();
  kv.getMany = () => Promise.reject(new TypeError("disk I/O error"));
  await assertRejects(() => createDatabase({ kv, clock }).getMany([["a"]]), TypeError, "disk I/O error");
  assertEquals(clock.pending, 0);
});

Deno.test("createDatabase() refuses a write to a full disk as full", async () => {
  using kv = await Deno.openKv(":memory:");
  const operation = kv.atomic();
  operation.commit = () => Promise.reject(new TypeError("database or disk is full"));
  const refusal = await assertRejects(() => createDatabase({ kv }).commit(operation), Refusal);
  assertEquals([refusal.code, refusal.status], ["full", 503]);
});

Deno.test("createDatabase() refuses writes once its file is gone", async () => {
  using kv = await Deno.openKv(":memory:");
  const disk = { isGone: false, look: () => undefined };
  const database = createDatabase({ kv, disk });
  await database.commit(kv.atomic().set(["a"], 1));
  disk.isGone = true;
  const refusal = await assertRejects(() => database.commit(kv.atomic().set(["a"], 2)), Refusal);
  assertEquals([refusal.code, (await kv.get(["a"])).value], ["unavailable", 1]);
});

Deno.test("createDatabase() commits a retried operation once", async () => {
  using kv = await Deno.openKv(":memory:");
  const clock = createFakeClock();
  const operation = kv.atomic().check({ key: ["a"], versionstamp: null }).set(["a"], 1);
  const commit = operation.commit.bind(operation);
  let calls = 0;
  operation.commit = () => ++calls === 1 ? Promise.reject(LOCKED) : commit();
  const committing = createDatabase({ kv, clock, random: () => 0.5 }).commit(operation);
  await clock.timers(2);
  clock.advance(2);
  assert((await committing).ok);
  assertEquals((await kv.get(["a"])).value, 1);
});

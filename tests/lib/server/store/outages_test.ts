import { assert, assertEquals, assertRejects } from "@std/assert";
import { LOBBY, parseRoomName, Refusal } from "@/lib/protocol/mod.ts";
import { createDatabase } from "@/lib/server/store/database.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";
import { startApp } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";
import { createTestStore, describe, holdCommits, waitForAnswer, watchCommits } from "@/testing/stores.ts";

const TEA = parseRoomName("tea");

Deno.test("a request is refused as unavailable after 5 s without the database, like those queued behind it", async () => {
  using kv = await Deno.openKv(":memory:");
  const clock = createFakeClock();
  const { store } = createTestStore(kv, { database: createDatabase({ kv, clock }) });
  await store.offer(LOBBY, describe("offer"), null);
  const mended = holdCommits(kv);
  const first = store.trickle(LOBBY, "caller", [{ candidate: "candidate:1" }]);
  await clock.timers(1);
  const queued = store.offer(TEA, describe("offer"), null);
  clock.advance(5_000);
  for (const late of [first, queued]) assertEquals((await assertRejects(() => late, Refusal)).code, "unavailable");
  mended();
  await store.offer(TEA, describe("offer"), null);
  assertEquals(clock.pending, 0);
});

Deno.test("a reader keeps waiting during an outage, and finds what was written meanwhile", async () => {
  using kv = await Deno.openKv(":memory:");
  const clock = createFakeClock();
  const one = createTestStore(kv, { database: createDatabase({ kv, clock }) });
  const other = createTestStore(kv);
  await one.store.offer(LOBBY, describe("offer"), null);
  const waiting = waitForAnswer(one);
  await one.clock.timers(2);
  await one.store.read(LOBBY);
  const getMany = kv.getMany.bind(kv);
  kv.getMany = () => new Promise(() => {});
  // A write that wakes the reader, whose read then fails.
  await one.store.trickle(LOBBY, "caller", [{ candidate: "candidate:1" }]);
  await clock.timers(1);
  clock.advance(5_000);
  assertEquals(one.store.waiting, 1);
  kv.getMany = getMany;
  await other.store.answer(LOBBY, describe("answer"), null);
  one.clock.advance(500);
  assertEquals(await waiting, describe("answer").sdp);
  assertEquals([one.store.waiting, one.clock.pending, clock.pending], [0, 0, 0]);
});

Deno.test("a commit that fails doesn't fail other commits of its batch", async () => {
  using kv = await Deno.openKv(":memory:");
  const { store } = createTestStore(kv);
  const held = Promise.withResolvers<void>();
  const commits = watchCommits(kv, async (nth) => {
    if (nth === 1) await held.promise;
    if (nth === 3) throw new Error("Cannot write");
  });
  const first = store.hangUp(TEA, null);
  const rooms = Array.from({ length: 150 }, (_, index) => parseRoomName(`room-${index}`));
  const rest = Promise.allSettled(rooms.map((room) => store.offer(room, describe("offer"), null)));
  held.resolve();
  await first;
  const outcomes = await rest;
  const stored = await Promise.all(rooms.map((room) => store.read(room)));
  // Acknowledged writes are stored, and refused ones aren't.
  outcomes.forEach(({ status }, index) => {
    assertEquals(status === "fulfilled", stored[index]!.caller.description !== null, `${index}`);
  });
  assertEquals(outcomes.filter(({ status }) => status === "rejected").length, 50);
  assertEquals(commits.count, 4);
});

Deno.test("a store has no more commits in progress than lanes", async () => {
  using kv = await Deno.openKv(":memory:");
  const { store } = createTestStore(kv);
  let [now, most] = [0, 0];
  const atomic = kv.atomic.bind(kv);
  kv.atomic = () => {
    const operation = atomic();
    const commit = operation.commit.bind(operation);
    operation.commit = async () => {
      most = Math.max(most, ++now);
      return await commit().finally(() => now--);
    };
    return operation;
  };
  const rooms = Array.from({ length: 500 }, (_, index) => parseRoomName(`room-${index}`));
  await Promise.all(rooms.map((room) => store.offer(room, describe("offer"), null)));
  assertEquals(most, 1);
});

Deno.test("a commit that succeeded without a response is neither refused nor repeated", async () => {
  using kv = await Deno.openKv(":memory:");
  const { store } = createTestStore(kv);
  await store.offer(LOBBY, describe("offer"), null);
  const atomic = kv.atomic.bind(kv);
  kv.atomic = () => {
    const operation = atomic();
    const commit = operation.commit.bind(operation);
    // Deno over KV Connect does this if the connection breaks before the response: it commits again.
    operation.commit = async () => {
      await commit();
      return await commit();
    };
    return operation;
  };
  const { etag } = await store.answer(LOBBY, describe("answer"), null);
  await store.trickle(LOBBY, "callee", [{ candidate: "candidate:1" }]);
  kv.atomic = atomic;
  const { callee } = await store.read(LOBBY);
  assertEquals([callee.description?.etag, callee.entries.length], [etag, 1]);
});

Deno.test("a call that one process renews keeps the answer that another wrote, and accepts no second one", async () => {
  using kv = await Deno.openKv(":memory:");
  // Tests can't wait until the database removes rows, so this looks at what each write renews.
  const renewed = new Map<string, number>();
  const [one, two] = [createTestStore(kv), createTestStore(kv)];
  const atomic = kv.atomic.bind(kv);
  kv.atomic = () => {
    const operation = atomic();
    const set = operation.set.bind(operation);
    operation.set = (key, value, options) => {
      if (key[0] === LOBBY) renewed.set(String(key[1]), one.clock.now());
      return set(key, value, options);
    };
    return operation;
  };
  await one.store.offer(LOBBY, describe("offer"), null);
  await two.store.answer(LOBBY, describe("answer"), null);
  for (let step = 0; step < 8; step++) {
    for (const { clock } of [one, two]) clock.advance(400_000);
    await one.store.trickle(LOBBY, "caller", [{ candidate: `candidate:${step}` }]);
    const age = one.clock.now() - renewed.get("callee")!;
    assert(age < 2 * 600_000, `the answer's row was last renewed ${age / 1_000} s ago`);
  }
  const refusal = await assertRejects(() => one.store.answer(LOBBY, describe("answer", "second"), null), Refusal);
  assertEquals(refusal.code, "answer-taken");
});

Deno.test("GET /offer is 503 with Retry-After while the database hangs, and 200 once it is back", async () => {
  using kv = await Deno.openKv(":memory:");
  const clock = createFakeClock();
  await using server = await startApp({}, kv, createDatabase({ kv, clock }));
  assertEquals((await server.post("/offer", offerOf("aaaa"))).status, 201);
  const getMany = kv.getMany;
  kv.getMany = () => new Promise(() => {});
  const reading = server.get("/offer");
  await clock.timers(1);
  clock.advance(5_000);
  const { status, headers } = await reading;
  assertEquals([status, headers.get("retry-after"), server.faults], [503, "5", []]);
  kv.getMany = getMany;
  assertEquals((await server.get("/offer")).status, 200);
});

Deno.test("a failed look is reported, and the next one finds what it missed", async () => {
  using kv = await Deno.openKv(":memory:");
  const faults: unknown[] = [];
  const one = createTestStore(kv, { report: (fault) => faults.push(fault) });
  const other = createTestStore(kv);
  await one.store.offer(LOBBY, describe("offer"), null);
  const waiting = waitForAnswer(one);
  await one.clock.timers(2);
  await one.store.read(LOBBY);
  const list = kv.list.bind(kv);
  const failed = Promise.withResolvers<void>();
  await other.store.answer(LOBBY, describe("answer"), null);
  kv.list = () => {
    failed.resolve();
    throw new Error("disk I/O error");
  };
  one.clock.advance(500);
  await failed.promise;
  kv.list = list;
  while (faults.length === 0) await one.store.read(parseRoomName("other"));
  one.clock.advance(500);
  assertEquals(await waiting, describe("answer").sdp);
  assertEquals(faults.map(String), ["Error: disk I/O error"]);
});

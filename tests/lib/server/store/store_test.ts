import { assertEquals, assertRejects } from "@std/assert";
import { LOBBY, parseRoomName, Refusal, type RoomName } from "@/lib/protocol/mod.ts";
import { createTestStore, describe, waitForAnswer, watchCommits } from "@/testing/stores.ts";

const ROOMS = Array.from({ length: 30 }, (_, index) => parseRoomName(`room-${index}`));

Deno.test("store.offer() commits at once when idle, and reads no unknown room first", async () => {
  using kv = await Deno.openKv(":memory:");
  const calls = watchReads(kv);
  const commits = watchCommits(kv);
  const { store } = createTestStore(kv);
  await store.offer(LOBBY, describe("offer"), null);
  assertEquals([calls.count, commits.count], [0, 1]);
  await store.trickle(LOBBY, "caller", [{ candidate: "candidate:1" }]);
  assertEquals([calls.count, commits.count], [0, 2]);
  await store.read(LOBBY);
  assertEquals([calls.count, commits.count], [1, 2]);
});

Deno.test("after a wrong guess that a room is empty, unknown rooms are read first for 10 s", async () => {
  using kv = await Deno.openKv(":memory:");
  const other = createTestStore(kv);
  for (const room of ROOMS) await other.store.trickle(room, "caller", [{ candidate: "candidate:1" }]);
  const { store, clock } = createTestStore(kv);
  const commits = watchCommits(kv);
  const add = (room: RoomName) => store.trickle(room, "caller", [{ candidate: "candidate:2" }]);
  await add(ROOMS[0]!);
  assertEquals(commits.count, 2);
  await add(ROOMS[1]!);
  assertEquals(commits.count, 3);
  clock.advance(10_000);
  await add(ROOMS[2]!);
  assertEquals(commits.count, 5);
  for (const room of ROOMS.slice(0, 3)) assertEquals((await store.read(room)).caller.entries.length, 2);
});

Deno.test("store.trickle() batches what arrives during a commit into as few as the database allows", async () => {
  using kv = await Deno.openKv(":memory:");
  const held = Promise.withResolvers<void>();
  const underWay = Promise.withResolvers<void>();
  const commits = watchCommits(kv, (nth) => nth === 1 ? (underWay.resolve(), held.promise) : Promise.resolve());
  const { store } = createTestStore(kv);
  const first = store.trickle(LOBBY, "caller", [{ candidate: "candidate:first" }]);
  await underWay.promise;
  const rooms = Array.from({ length: 120 }, (_, index) => parseRoomName(`room-${index}`));
  const rest = rooms.map((room) => store.trickle(room, "callee", [{ candidate: `candidate:${room}` }]));
  held.resolve();
  await Promise.all([first, ...rest]);
  assertEquals(commits.count, 4, "one, and fifty rooms with two checks each in two, and the rest");
  for (const room of rooms) {
    assertEquals((await store.read(room)).callee.entries, [{ candidate: `candidate:${room}` }]);
  }
});

Deno.test("store.answer() many times at once in one room takes one commit", async () => {
  using kv = await Deno.openKv(":memory:");
  const { store } = createTestStore(kv);
  await store.offer(LOBBY, describe("offer"), null);
  const commits = watchCommits(kv);
  const all = await Promise.allSettled(
    ROOMS.map((_, index) => store.answer(LOBBY, describe("answer", `u${index}`), null)),
  );
  const refused = all.flatMap((one) => one.status === "rejected" ? [(one.reason as Refusal).code] : []);
  assertEquals(refused, Array(29).fill("answer-taken"));
  assertEquals(commits.count, 1);
});

Deno.test("store.trickle() that is refused doesn't fail others in its commit", async () => {
  using kv = await Deno.openKv(":memory:");
  const commits = watchCommits(kv);
  const { store } = createTestStore(kv);
  const full = Array.from({ length: 101 }, (_, index) => ({ candidate: `candidate:${index}` }));
  const all = [
    store.trickle(LOBBY, "caller", full.slice(0, 90)),
    store.trickle(LOBBY, "caller", full.slice(0, 50)),
    store.trickle(LOBBY, "caller", full.slice(90, 100)),
    store.trickle(ROOMS[0]!, "caller", full),
    store.trickle(ROOMS[1]!, "callee", full.slice(0, 3)),
  ];
  const results = (await Promise.allSettled(all)).map(({ status }) => status);
  assertEquals(results, ["fulfilled", "rejected", "fulfilled", "rejected", "fulfilled"]);
  assertEquals(commits.count, 1);
  assertEquals((await store.read(LOBBY)).caller.entries, full.slice(0, 100));
  assertEquals((await store.read(ROOMS[0]!)).caller.entries, []);
  assertEquals((await store.read(ROOMS[1]!)).callee.entries, full.slice(0, 3));
});

Deno.test("store rejects every write in a failed commit, and continues", async () => {
  using kv = await Deno.openKv(":memory:");
  let failing = true;
  watchCommits(kv, () => failing ? Promise.reject(new Error("Cannot write")) : Promise.resolve());
  const { store } = createTestStore(kv);
  const all = ROOMS.slice(0, 5).map((room) => store.hangUp(room, null));
  const mixed = [...all, store.trickle(LOBBY, "caller", [{ candidate: "candidate:1" }])];
  const outcomes = await Promise.allSettled(mixed);
  for (const outcome of outcomes) assertEquals("reason" in outcome && outcome.reason.message, "Cannot write");
  failing = false;
  await store.offer(LOBBY, describe("offer"), null);
  assertEquals((await store.read(LOBBY)).caller.entries, []);
});

Deno.test("store packs long rooms into commits of a size that the database accepts", async () => {
  using kv = await Deno.openKv(":memory:");
  const { store } = createTestStore(kv);
  const batch = Array.from({ length: 60 }, (_, index) => ({ candidate: `${index}`.padEnd(4_000, "c") }));
  await Promise.all(ROOMS.slice(0, 5).map((room) => store.trickle(room, "caller", batch)));
  for (const room of ROOMS.slice(0, 5)) assertEquals((await store.read(room)).caller.entries, batch);
});

Deno.test("store refuses a side of over 256 KiB, and keeps what it had", async () => {
  using kv = await Deno.openKv(":memory:");
  const { store } = createTestStore(kv);
  const hostile = (name: string) =>
    Array.from({ length: 40 }, (_, index) => ({ candidate: `${index}`.padEnd(4_000, "c"), usernameFragment: name }));
  await store.offer(LOBBY, { type: "offer", sdp: "x".repeat(59_000) + "\na=ice-ufrag:own" }, null);
  await store.trickle(LOBBY, "caller", hostile("own"));
  const refusal = await assertRejects(() => store.trickle(LOBBY, "caller", hostile("early")), Refusal);
  assertEquals([refusal.code, refusal.options.limit], ["too-large", 262_144]);
  assertEquals((await store.read(LOBBY)).caller.entries.length, 40);
});

Deno.test("store counts nothing for failed commits, and refuses writes without space", async () => {
  using kv = await Deno.openKv(":memory:");
  // Even a short row may take a page.
  const { store } = createTestStore(kv, { space: { maxBytes: 10_000 } });
  watchCommits(kv, (nth) => nth <= 3 ? Promise.reject(new Error("No")) : Promise.resolve());
  for (const name of ["tea", "coffee", "water"]) {
    await assertRejects(() => store.offer(parseRoomName(name), describe("offer"), null), Error, "No");
  }
  await store.offer(parseRoomName("tea"), describe("offer"), null);
  const refusal = await assertRejects(() => store.offer(LOBBY, describe("offer"), null), Refusal);
  assertEquals(refusal.code, "full");
  await store.hangUp(parseRoomName("tea"), null);
  await store.offer(LOBBY, describe("offer"), null);
});

Deno.test("store.close() ends waits, and later reads don't wait", async () => {
  using kv = await Deno.openKv(":memory:");
  const one = createTestStore(kv);
  const waiting = waitForAnswer(one);
  await one.clock.timers(2);
  one.store.close();
  assertEquals(await waiting, null);
  assertEquals(await waitForAnswer(one), null);
  assertEquals([one.store.waiting, one.clock.pending], [0, 0]);
});

function watchReads(kv: Deno.Kv) {
  const calls = { count: 0 };
  const getMany = kv.getMany.bind(kv);
  kv.getMany = (...args) => (calls.count++, getMany(...args));
  return calls;
}

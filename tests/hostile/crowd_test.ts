import { assertEquals, assertLess } from "@std/assert";
import { startServer } from "@/testing/server.ts";
import { memoryOnceWaiting } from "@/testing/waiters.ts";
import { assertStatus, startApp } from "@/testing/app.ts";
import { answerOf, offerOf } from "@/testing/descriptions.ts";
import { medianSetUp } from "./good_pair.ts";

const LONG_CANDIDATE = { candidate: "candidate:1 ".padEnd(4_000, "x") };

Deno.test("a write wakes 500 readers of one room by a single read, and nothing happening costs none", async () => {
  await using server = await startApp();
  const answers = Array.from({ length: 500 }, () => server.get("/offer", { prefer: "wait=20" }));
  await server.waiters(500);
  const getMany = server.kv.getMany.bind(server.kv);
  let reads = 0;
  server.kv.getMany = (...args) => (reads++, getMany(...args));
  for (let second = 0; second < 10; second++) server.clock.advance(1_000);
  await server.app.store.probe();
  assertEquals(reads, 0);
  await assertStatus(server.post("/offer", offerOf("aaaa")), 201);
  for (const answer of await Promise.all(answers)) await assertStatus(answer, 200);
  // A room that held nothing is written without a read; all readers read it once.
  assertEquals(reads, 1);
});

Deno.test("1,000 idle readers of a long room aren't felt by another pair", async () => {
  await assertUnfelt(1, 1_000);
});

Deno.test("300 long rooms with a reader each aren't felt by another pair", async () => {
  await assertUnfelt(300, 1);
});

/** Compares the set-up time of another pair with and without readers who wait in rooms of 480 kB. */
async function assertUnfelt(rooms: number, readers: number): Promise<void> {
  await using server = await startServer({}, { script: "testing/waiting_server.ts" });
  await medianSetUp(server.url);
  const before = await medianSetUp(server.url);
  const crowd = new AbortController();
  const waits: Promise<void>[] = [];
  for (let index = 0; index < rooms; index++) {
    const room = `${server.url}/rooms/room-${index}`;
    await fill(room);
    for (let reader = 0; reader < readers; reader++) waits.push(waitForMore(room, crowd.signal));
  }
  await memoryOnceWaiting(server.url, rooms * readers);
  const crowded = await medianSetUp(server.url);
  crowd.abort();
  await Promise.all(waits);
  // Other tests run meanwhile: what is quiet is measured on both sides.
  const quiet = Math.max(before, await medianSetUp(server.url));
  assertLess(crowded, 2 * quiet + 10);
}

/** Fills both sides of a room to about 240 kB each. */
async function fill(room: string): Promise<void> {
  await post(`${room}/offer`, offerOf("aaaa"), 201);
  await post(`${room}/answer`, answerOf("bbbb"), 201);
  for (const side of ["offer", "answer"]) {
    for (let batch = 0; batch < 4; batch++) {
      await post(`${room}/${side}-candidate`, Array(15).fill(LONG_CANDIDATE), 204);
    }
  }
}

async function post(url: string, body: unknown, status: number): Promise<void> {
  const headers = { "content-type": "application/json" };
  await assertStatus(fetch(url, { method: "POST", headers, body: JSON.stringify(body) }), status);
}

/** Waits for a candidate that never comes, until the crowd leaves. */
async function waitForMore(room: string, signal: AbortSignal): Promise<void> {
  const headers = { prefer: "wait=25" };
  const answer = await fetch(`${room}/offer-candidates?after=99`, { headers, signal }).catch(() => undefined);
  await answer?.body?.cancel();
}

import { assert, assertEquals } from "@std/assert";
import { LOBBY } from "@/lib/protocol/mod.ts";
import { systemClock } from "@/lib/server/clock.ts";
import { keys } from "@/lib/server/store/rows.ts";
import { assertStatus, startApp } from "@/testing/app.ts";
import { answerOf, offerOf } from "@/testing/descriptions.ts";
import { createTestStore, describe } from "@/testing/stores.ts";

const HOUR = 3_600_000;

for (const [way, step] of [["forward", HOUR], ["back", -HOUR]] as const) {
  Deno.test(`setting the wall clock ${way} by an hour ends no call, and responses use its time`, async () => {
    await using server = await startApp();
    await assertStatus(server.post("/offer", offerOf("aaaa")), 201);
    server.clock.advance(300_000);
    server.clock.setWallClock(step);
    await assertStatus(server.get("/offer"), 200);
    const answer = await server.post("/answer", answerOf("bbbb"));
    const { expiresAt } = await answer.json();
    assertEquals(Date.parse(expiresAt), server.clock.now() + step + 600_000);
    server.clock.advance(599_999);
    await assertStatus(server.get("/answer"), 200);
    server.clock.advance(1);
    await assertStatus(server.get("/answer"), 404);
  });
}

Deno.test("a store rewrites calls after the wall clock was set, since the database removes rows by it", async () => {
  using kv = await Deno.openKv(":memory:");
  const { store, clock } = createTestStore(kv);
  await store.offer(LOBBY, describe("offer"), null);
  const before = await kv.get(keys.mailbox(LOBBY, "caller"));
  clock.setWallClock(1_000);
  await store.followClock();
  assertEquals((await kv.get(keys.mailbox(LOBBY, "caller"))).versionstamp, before.versionstamp);
  clock.setWallClock(HOUR);
  await store.followClock();
  const after = await kv.get(keys.mailbox(LOBBY, "caller"));
  assert(after.versionstamp! > before.versionstamp!);
  await store.followClock();
  assertEquals((await kv.get(keys.mailbox(LOBBY, "caller"))).versionstamp, after.versionstamp);
  const { caller } = await store.read(LOBBY);
  assertEquals(caller.description?.sdp, describe("offer").sdp);
});

Deno.test("another process reads a call's time by the wall clock", async () => {
  using kv = await Deno.openKv(":memory:");
  const [one, other] = [createTestStore(kv), createTestStore(kv)];
  // The other process started before the clock was set, so its time differs from the wall clock by an hour.
  one.clock.advance(HOUR);
  other.clock.setWallClock(HOUR);
  await one.store.offer(LOBBY, describe("offer"), null);
  other.clock.advance(599_999);
  assertEquals((await other.store.read(LOBBY)).caller.description?.sdp, describe("offer").sdp);
  other.clock.advance(1);
  assertEquals((await other.store.read(LOBBY)).caller.description, null);
});

Deno.test("systemClock is steady, and knows the wall clock's time", () => {
  const before = Date.now();
  const now = systemClock.now();
  const shown = now + systemClock.offset();
  assert(before - 1 <= shown && shown <= Date.now() + 1, `${shown}`);
  assert(systemClock.now() >= now);
});

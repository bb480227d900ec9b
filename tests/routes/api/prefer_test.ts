import { assertEquals } from "@std/assert";
import { assertProblem, assertStatus, testRoom } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";

const GRANTED = [
  ["wait=10", 10],
  ['wait="10"', 10],
  ["WAIT = 10", 10],
  ["respond-async, wait=10; foo=bar", 10],
  ["wait=10, wait=20", 10],
  ["wait=25", 25],
  ["wait=26", 25],
  ["wait=99999999999999999999", 25],
] as const;

for (const [prefer, seconds] of GRANTED) {
  testRoom(`GET …/offer grants Prefer: ${prefer}`, async (room) => {
    const waiting = room.get("/offer", { prefer });
    await room.waiters(1);
    room.clock.advance(seconds * 1000 - 1);
    // What it looked at again has been read by the time this is.
    await assertStatus(room.get("/offer"), 404);
    assertEquals(room.app.store.waiting, 1);
    room.clock.advance(1);
    const answer = await waiting;
    assertEquals(answer.headers.get("preference-applied"), `wait=${seconds}`);
    await assertProblem(answer, 404, "no-offer");
  });
}

for (const prefer of ["wait", "wait=", "wait=x", "wait=-1", "wait=1.5", "wait=1e1", "waiting=5", "respond-async", ""]) {
  testRoom(`GET …/offer ignores Prefer: ${prefer}`, async ({ get }) => {
    const answer = await get("/offer", { prefer });
    assertEquals(answer.headers.get("preference-applied"), null);
    await assertProblem(answer, 404, "no-offer");
  });
}

testRoom("GET …/offer applies a wait of 0 by not waiting", async ({ get }) => {
  const answer = await get("/offer", { prefer: "wait=0" });
  assertEquals(answer.headers.get("preference-applied"), "wait=0");
  await assertProblem(answer, 404, "no-offer");
});

testRoom("GET …/offer waits no longer than MAX_WAIT", async ({ get }) => {
  const answer = await get("/offer", { prefer: "wait=20" });
  assertEquals(answer.headers.get("preference-applied"), "wait=0");
  await assertProblem(answer, 404, "no-offer");
}, { MAX_WAIT: "0" });

testRoom("POST …/offer has nothing to wait for", async ({ post }) => {
  const headers = await assertStatus(post("/offer", offerOf("aaaa"), { prefer: "wait=20" }), 201);
  assertEquals(headers.get("preference-applied"), null);
});

import { assertEquals } from "@std/assert";
import { SIDES } from "@/lib/protocol/mod.ts";
import { answerCall, assertStatus, openCall, readJson, type TestRoom, testRoom } from "@/testing/app.ts";
import { candidateOf } from "@/testing/descriptions.ts";

const WAIT = { prefer: "wait=20" };
const END = { candidate: "" };

for (const { candidate, candidates, description } of Object.values(SIDES)) {
  const [first, second] = [1, 2].map((port) => candidateOf(description === "offer" ? "aaaa" : "bbbb", port));

  testRoom(`GET …/${candidates} waits for the first candidate`, async (room) => {
    await open(room);
    const waiting = room.get(`/${candidates}`, WAIT);
    await room.waiters(1);
    await assertStatus(room.post(`/${candidate}`, first), 204);
    const answer = await waiting;
    assertEquals(answer.status, 200);
    assertEquals(answer.headers.get("preference-applied"), "wait=20");
    assertEquals(await answer.json(), [first]);
  });

  testRoom(`GET …/${candidates}?after=N waits for more than N`, async (room) => {
    await open(room);
    await assertStatus(room.post(`/${candidate}`, first), 204);
    assertEquals(await readJson(room.get(`/${candidates}?after=0`, WAIT)), [first]);
    const waiting = room.get(`/${candidates}?after=1`, WAIT);
    await room.waiters(1);
    await assertStatus(room.post(`/${candidate}`, [second, null]), 204);
    assertEquals(await readJson(waiting), [second, END]);
  });

  testRoom(`GET …/${candidates} with If-None-Match waits for another list`, async (room) => {
    await open(room);
    await assertStatus(room.post(`/${candidate}`, first), 204);
    const seen = (await assertStatus(room.get(`/${candidates}`), 200)).get("etag")!;
    const waiting = room.get(`/${candidates}`, { ...WAIT, "if-none-match": seen });
    await room.waiters(1);
    await assertStatus(room.post(`/${candidate}`, "null"), 204);
    assertEquals(await readJson(waiting), [first, END]);
  });

  testRoom(`GET …/${candidates} gives the unchanged list when the time is up`, async (room) => {
    await open(room);
    await assertStatus(room.post(`/${candidate}`, first), 204);
    const waiting = room.get(`/${candidates}?after=1`, WAIT);
    await room.waiters(1);
    room.clock.advance(20_000);
    const answer = await waiting;
    assertEquals(answer.status, 200);
    assertEquals(answer.headers.get("preference-applied"), "wait=20");
    const etag = answer.headers.get("etag")!;
    assertEquals(await answer.json(), []);
    const again = room.get(`/${candidates}`, { ...WAIT, "if-none-match": etag });
    await room.waiters(1);
    room.clock.advance(20_000);
    await assertStatus(again, 304);
  });

  testRoom(`GET …/${candidates} never waits for a list that is complete`, async (room) => {
    await open(room);
    await assertStatus(room.post(`/${candidate}`, [first, null]), 204);
    const answer = await room.get(`/${candidates}?after=2`, WAIT);
    assertEquals(answer.headers.get("preference-applied"), "wait=20");
    assertEquals(await answer.json(), []);
    const seen = answer.headers.get("etag")!;
    await assertStatus(room.get(`/${candidates}`, { ...WAIT, "if-none-match": seen }), 304);
  });

  testRoom(`GET …/${candidates} stops waiting when another offer takes the place`, async (room) => {
    await open(room);
    const waiting = room.get(`/${candidates}`, WAIT);
    await room.waiters(1);
    await openCall(room, "cccc");
    assertEquals(await readJson(waiting), []);
  });

  testRoom(`GET …/${candidates} is not woken by a candidate of another generation`, async (room) => {
    await open(room);
    const waiting = room.get(`/${candidates}`, WAIT);
    await room.waiters(1);
    await assertStatus(room.post(`/${candidate}`, candidateOf("stale", 9)), 204);
    await assertStatus(room.post(`/${candidate}`, second), 204);
    assertEquals(await readJson(waiting), [second]);
  });
}

testRoom("GET …/offer-candidates waits from before the offer and gives what came early", async (room) => {
  const waiting = room.get("/offer-candidates", WAIT);
  await room.waiters(1);
  await assertStatus(room.post("/offer-candidate", candidateOf("aaaa", 1)), 204);
  await openCall(room);
  assertEquals(await readJson(waiting), [candidateOf("aaaa", 1)]);
});

async function open(room: TestRoom) {
  await openCall(room);
  await answerCall(room);
}

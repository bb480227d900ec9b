import { assertEquals } from "@std/assert";
import { answerCall, assertProblem, assertStatus, openCall, readJson, testRoom } from "@/testing/app.ts";
import { answerOf, offerOf } from "@/testing/descriptions.ts";

const WAIT = { prefer: "wait=20" };

testRoom("GET …/offer waits for an offer", async (room) => {
  const waiting = room.get("/offer", WAIT);
  await room.waiters(1);
  const etag = await openCall(room);
  const answer = await waiting;
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("etag"), etag);
  assertEquals(answer.headers.get("preference-applied"), "wait=20");
  assertEquals(await answer.json(), offerOf("aaaa"));
});

testRoom("GET …/offer doesn't wait if there is one", async (room) => {
  await openCall(room);
  const answer = await room.get("/offer", WAIT);
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("preference-applied"), "wait=20");
  assertEquals(await answer.json(), offerOf("aaaa"));
});

testRoom("GET …/offer with If-None-Match waits until the offer is another one", async (room) => {
  const etag = await openCall(room);
  const waiting = room.get("/offer", { ...WAIT, "if-none-match": etag });
  await room.waiters(1);
  await answerCall(room);
  await openCall(room, "cccc");
  const answer = await waiting;
  assertEquals(answer.status, 200);
  assertEquals(await answer.json(), offerOf("cccc"));
});

testRoom("GET …/offer with If-None-Match answers 304 when the time is up", async (room) => {
  const etag = await openCall(room);
  const waiting = room.get("/offer", { ...WAIT, "if-none-match": etag });
  await room.waiters(1);
  room.clock.advance(20_000);
  const answer = await waiting;
  assertEquals(answer.status, 304);
  assertEquals(answer.headers.get("preference-applied"), "wait=20");
  assertEquals(answer.headers.get("etag"), etag);
});

testRoom("GET …/answer waits for an answer", async (room) => {
  const offer = await openCall(room);
  const waiting = room.get("/answer", { ...WAIT, "if-match": offer });
  await room.waiters(1);
  await assertStatus(room.post("/offer-candidate", { candidate: "candidate:1" }), 204);
  await answerCall(room);
  const answer = await waiting;
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("preference-applied"), "wait=20");
  assertEquals(await answer.json(), answerOf("bbbb"));
});

testRoom("GET …/answer waits from before the offer", async (room) => {
  const waiting = room.get("/answer", WAIT);
  await room.waiters(1);
  await openCall(room);
  await answerCall(room);
  assertEquals(await readJson(waiting), answerOf("bbbb"));
});

testRoom("GET …/answer says at the end of its wait that no one has answered", async (room) => {
  await openCall(room);
  const waiting = room.get("/answer", WAIT);
  await room.waiters(1);
  room.clock.advance(20_000);
  const answer = await waiting;
  assertEquals(answer.headers.get("preference-applied"), "wait=20");
  assertEquals(answer.headers.get("retry-after"), "1");
  await assertProblem(answer, 404, "no-answer");
});

testRoom("GET …/answer with If-Match stops waiting when another offer takes the place", async (room) => {
  const offer = await openCall(room);
  const waiting = room.get("/answer", { ...WAIT, "if-match": offer });
  await room.waiters(1);
  await openCall(room);
  const answer = await waiting;
  assertEquals(answer.headers.get("preference-applied"), "wait=20");
  await assertProblem(answer, 412, "offer-replaced");
});

testRoom("GET …/answer without If-Match stops waiting when another offer takes the place", async (room) => {
  await openCall(room);
  const waiting = room.get("/answer", WAIT);
  await room.waiters(1);
  await openCall(room);
  await assertProblem(await waiting, 404, "no-answer");
});

testRoom("GET …/answer with If-Match does not wait for the answer to an offer that is gone", async (room) => {
  const offer = await openCall(room);
  await openCall(room);
  await assertProblem(await room.get("/answer", { ...WAIT, "if-match": offer }), 412, "offer-replaced");
});

testRoom("HEAD …/answer waits as GET does", async (room) => {
  await openCall(room);
  const waiting = room.request("/answer", { method: "HEAD", headers: WAIT });
  await room.waiters(1);
  const etag = await answerCall(room);
  const answer = await waiting;
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("etag"), etag);
  assertEquals(await answer.text(), "");
});

testRoom("GET …/answer wakes every waiting reader once", async (room) => {
  await openCall(room);
  const waiting = Array.from({ length: 30 }, () => room.get("/answer", WAIT));
  await room.waiters(30);
  await answerCall(room);
  for (const answer of await Promise.all(waiting)) await assertStatus(answer, 200);
});

import { assertEquals, assertNotEquals } from "@std/assert";
import { answerCall, assertProblem, assertStatus, openCall, testRoom } from "@/testing/app.ts";
import { answerOf, candidateOf, offerOf } from "@/testing/descriptions.ts";

testRoom("POST …/offer with If-Match renews one's own offer", async (room) => {
  const etag = await openCall(room);
  await answerCall(room);
  await room.post("/offer-candidate", { candidate: "candidate:1" });
  room.clock.advance(599_999);
  const answer = await room.post("/offer", offerOf("aaaa"), { "if-match": etag });
  assertEquals(answer.status, 201);
  assertEquals(answer.headers.get("etag"), etag);
  assertEquals((await answer.json()).expiresAt, new Date(room.clock.now() + 600_000).toISOString());
  room.clock.advance(599_999);
  assertEquals(await (await room.get("/offer")).json(), offerOf("aaaa"));
  assertEquals(await (await room.get("/answer", { "if-match": etag })).json(), answerOf("bbbb"));
  assertEquals(await (await room.get("/offer-candidates")).json(), [{ candidate: "candidate:1" }]);
});

testRoom("POST …/offer with If-Match restarts one's own offer", async (room) => {
  const etag = await openCall(room);
  await answerCall(room);
  await room.post("/offer-candidate", [candidateOf("aaaa", 1), candidateOf("cccc", 2), { candidate: "candidate:3" }]);
  await room.post("/answer-candidate", [candidateOf("bbbb", 4)]);
  const headers = await assertStatus(room.post("/offer", offerOf("cccc"), { "if-match": etag }), 201);
  const restarted = headers.get("etag")!;
  assertNotEquals(restarted, etag);
  assertEquals(await (await room.get("/offer")).json(), offerOf("cccc"));
  assertEquals(await (await room.get("/offer-candidates")).json(), [candidateOf("cccc", 2)]);
  await assertProblem(await room.get("/answer"), 404, "no-answer");
  assertEquals(await (await room.get("/answer-candidates")).json(), []);
  await assertStatus(room.post("/answer", answerOf("dddd"), { "if-match": restarted }), 201);
});

testRoom("POST …/offer with If-Match leaves another's offer alone", async (room) => {
  const etag = await openCall(room);
  await openCall(room, "bbbb");
  for (const ufrag of ["aaaa", "bbbb"]) {
    await assertProblem(await room.post("/offer", offerOf(ufrag), { "if-match": etag }), 412, "offer-replaced");
  }
  assertEquals(await (await room.get("/offer")).json(), offerOf("bbbb"));
});

testRoom("POST …/offer with If-Match opens nothing where there is no offer", async (room) => {
  for (const match of ["*", `"other"`]) {
    await assertProblem(await room.post("/offer", offerOf("aaaa"), { "if-match": match }), 412, "offer-replaced");
  }
  const etag = await openCall(room);
  room.clock.advance(600_000);
  await assertProblem(await room.post("/offer", offerOf("aaaa"), { "if-match": etag }), 412, "offer-replaced");
  await assertProblem(await room.get("/offer"), 404, "no-offer");
});

testRoom("POST …/offer takes If-Match as a list, as * and never weak", async (room) => {
  const etag = await openCall(room);
  for (const [match, status] of [[`"other", ${etag}`, 201], ["*", 201], [`W/${etag}`, 412]] as const) {
    await assertStatus(room.post("/offer", offerOf("aaaa"), { "if-match": match }), status);
  }
});

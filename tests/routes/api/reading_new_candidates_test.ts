import { assertEquals, assertNotEquals } from "@std/assert";
import { answerCall, assertProblem, assertStatus, openCall, readJson, testRoom } from "@/testing/app.ts";
import { candidateOf } from "@/testing/descriptions.ts";

const ALL = [1, 2, 3].map((port) => candidateOf("aaaa", port));

testRoom("GET …/offer-candidates?after=N leaves out the first N", async (room) => {
  await openCall(room);
  await assertStatus(room.post("/offer-candidate", ALL), 204);
  const etag = (await assertStatus(room.get("/offer-candidates"), 200)).get("etag");
  for (const after of [0, 1, 2, 3, 4, 12_345_678_901]) {
    const answer = await room.get(`/offer-candidates?after=${after}`);
    assertEquals(answer.status, 200);
    assertEquals(answer.headers.get("etag"), etag);
    assertEquals(await answer.json(), ALL.slice(after));
  }
  await assertStatus(room.post("/offer-candidate", "null"), 204);
  assertEquals(await readJson(room.get("/offer-candidates?after=3")), [{ candidate: "" }]);
});

for (const after of ["-1", "1.5", "x", "", "1e3", "%201", "0x1"]) {
  testRoom(`GET …/offer-candidates?after=${after} is refused`, async ({ get }) => {
    const { detail } = await assertProblem(await get(`/offer-candidates?after=${after}`), 400, "invalid-query");
    assertEquals(detail, "Cannot read the candidates: `after` must be a whole number from 0");
  });
}

testRoom("GET …/offer-candidates responds with 304 if the reader has them all", async (room) => {
  const seen = [];
  for (
    const step of [
      () => openCall(room),
      () => room.post("/offer-candidate", ALL),
      () => room.post("/offer-candidate", "null"),
    ]
  ) {
    await step();
    const etag = (await assertStatus(room.get("/offer-candidates"), 200)).get("etag")!;
    const answer = await room.get("/offer-candidates?after=1", { "if-none-match": etag });
    assertEquals(answer.status, 304);
    assertEquals(answer.headers.get("etag"), etag);
    assertEquals(await answer.text(), "");
    for (const old of seen) await assertStatus(room.get("/offer-candidates", { "if-none-match": old }), 200);
    seen.push(etag);
  }
});

testRoom("GET …/offer-candidates has another ETag for another call of as many candidates", async (room) => {
  await openCall(room);
  await assertStatus(room.post("/offer-candidate", ALL[0]), 204);
  const before = (await assertStatus(room.get("/offer-candidates"), 200)).get("etag");
  await openCall(room);
  const after = (await assertStatus(room.get("/offer-candidates"), 200)).get("etag");
  assertNotEquals(before, after);
});

testRoom("GET …/answer-candidates has another ETag for another call of the same answer", async (room) => {
  const etags = [];
  for (const port of [1, 2]) {
    await openCall(room);
    await answerCall(room);
    await assertStatus(room.post("/answer-candidate", candidateOf("bbbb", port)), 204);
    etags.push((await assertStatus(room.get("/answer-candidates"), 200)).get("etag"));
  }
  assertNotEquals(etags[0], etags[1]);
});

testRoom("GET …-candidates gives an empty list where there is no call", async ({ get }) => {
  for (const list of ["/offer-candidates", "/answer-candidates"]) {
    const answer = await get(list);
    assertEquals(answer.status, 200);
    const etag = answer.headers.get("etag")!;
    assertEquals(await answer.json(), []);
    await assertStatus(get(list, { "if-none-match": etag }), 304);
  }
});

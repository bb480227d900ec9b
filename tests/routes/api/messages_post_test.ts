import { assertEquals, assertNotEquals } from "@std/assert";
import { assertProblem, assertStatus, readJson, testRoom } from "@/testing/app.ts";
import { answerOf, candidateOf, offerOf } from "@/testing/descriptions.ts";
import { brief, candidateMessage, hear, say } from "@/testing/messages.ts";

const CALL = [offerOf("aaaa"), candidateMessage("aaaa", 1), candidateMessage("aaaa", 2), { type: "end-of-candidates" }];

testRoom("POST …/messages opens a call with its first candidates in one go", async (room) => {
  const heard = await say(room, "caller", CALL);
  assertEquals(heard.next, 4);
  assertEquals(Date.parse(heard.expiresAt), room.clock.now() + 600_000);
  const offer = await room.get("/offer");
  assertEquals(offer.headers.get("etag"), heard.call);
  assertEquals(await offer.json(), offerOf("aaaa"));
  const candidates = [candidateOf("aaaa", 1), candidateOf("aaaa", 2), { candidate: "" }];
  assertEquals(await readJson(room.get("/offer-candidates")), candidates);
});

testRoom("POST …/messages is all of a batch or nothing", async (room) => {
  await assertProblem(await room.post("/messages?from=callee", [answerOf("bbbb")]), 409, "no-offer");
  const { call } = await say(room, "caller", CALL);
  const batch = [candidateMessage("bbbb", 1), answerOf("bbbb")];
  const stale = await room.post("/messages?from=callee", batch, { "if-match": `"other"` });
  await assertProblem(stale, 412, "offer-replaced");
  assertEquals(await hear(room, "caller"), { messages: [], next: 0, call });
  assertEquals((await say(room, "callee", batch, { "if-match": call })).next, 2);
  await assertProblem(await room.post("/messages?from=callee", [batch[0], batch[1]]), 409, "answer-taken");
  assertEquals(brief((await hear(room, "caller")).messages), ["answer", 1]);
});

testRoom("POST …/messages with If-Match renews and restarts an offer", async (room) => {
  const { call } = await say(room, "caller", CALL);
  await say(room, "callee", answerOf("bbbb"));
  assertEquals((await say(room, "caller", offerOf("aaaa"), { "if-match": call })).call, call);
  const restarted = await say(room, "caller", offerOf("cccc"), { "if-match": call });
  assertNotEquals(restarted.call, call);
  assertEquals(restarted.next, 1);
  assertEquals(brief((await hear(room, "callee")).messages), ["offer"]);
});

testRoom("POST …/messages asks for another offer, once there is something to offer again", async (room) => {
  const { call } = await say(room, "caller", CALL);
  await assertProblem(await room.post("/messages?from=callee", { type: "renegotiate" }), 409, "no-offer");
  await say(room, "callee", [answerOf("bbbb"), candidateMessage("bbbb", 7)]);
  assertEquals((await say(room, "callee", { type: "renegotiate" }, { "if-match": call })).next, 3);
  assertEquals(brief((await hear(room, "caller")).messages), ["answer", 7, "renegotiate"]);
  assertEquals(await readJson(room.get("/answer-candidates")), [candidateOf("bbbb", 7)]);
});

testRoom("POST …/messages hangs up, at once and only its own call", async (room) => {
  const { call } = await say(room, "caller", CALL);
  const other = await room.post("/messages?from=caller", { type: "bye" }, { "if-match": `"other"` });
  await assertProblem(other, 412, "offer-replaced");
  const heard = await say(room, "callee", { type: "bye" }, { "if-match": call });
  assertEquals(heard, { call: "", next: 0, expiresAt: new Date(room.clock.now()).toISOString() });
  await assertProblem(await room.get("/offer"), 404, "no-offer");
});

testRoom("POST …/messages keeps candidates that come before their description", async (room) => {
  assertEquals((await say(room, "caller", candidateMessage("aaaa", 5))).next, 0);
  assertEquals((await say(room, "callee", candidateMessage("bbbb", 6))).call, "");
  await say(room, "caller", [candidateMessage("aaaa", 8), offerOf("aaaa")]);
  await say(room, "callee", answerOf("bbbb"));
  assertEquals(brief((await hear(room, "callee")).messages), ["offer", 5, 8]);
  assertEquals(brief((await hear(room, "caller")).messages), ["answer", 6]);
});

testRoom("POST …/messages ends the candidates of one ICE generation", async (room) => {
  const end = { type: "end-of-candidates", usernameFragment: "aaaa" };
  assertEquals((await say(room, "caller", [offerOf("aaaa"), end, end])).next, 2);
  const { messages } = await hear(room, "callee", 1);
  assertEquals(messages, [{ seq: 2, type: "end-of-candidates", usernameFragment: "aaaa" }]);
  assertEquals(await readJson(room.get("/offer-candidates")), [{ candidate: "" }]);
});

testRoom("POST …/messages refuses what a side cannot say", async (room) => {
  const refused: [unknown, string][] = [
    [answerOf("aaaa"), `a caller says "offer"`],
    [{ type: "hello" }, `a caller says "offer"`],
    ['"bye"', "it is an object"],
    [[[]], "it is an object"],
    [[], "there is no message in it"],
    [{ type: "candidate" }, "a candidate is an object"],
    [{ type: "candidate", candidate: { candidate: "" } }, `"candidate" is an RTCIceCandidateInit`],
    [{ type: "candidate", candidate: null }, `"candidate" is an RTCIceCandidateInit`],
    [{ type: "end-of-candidates", usernameFragment: 1 }, `"usernameFragment" is a string`],
    [{ type: "offer" }, `"sdp" is not a string`],
    [Array(52).fill({ type: "bye" }), "51 at most"],
  ];
  for (const [body, reason] of refused) {
    const { detail } = await assertProblem(await room.post("/messages?from=caller", body), 422, "invalid-body");
    assertEquals(detail.includes(reason), true, detail);
  }
});

testRoom("POST …/messages says what is wrong with the request around them", async (room) => {
  for (const query of ["", "?from=", "?from=me", "?to=caller"]) {
    const { limit } = await assertProblem(await room.post(`/messages${query}`, { type: "bye" }), 400, "invalid-query");
    assertEquals(limit, ["caller", "callee"]);
  }
  const path = "/messages?from=caller";
  await assertProblem(await room.post(path, "{"), 400, "not-json");
  await assertProblem(await room.post(path, " ".repeat(65_537)), 413, "too-large");
  await assertProblem(
    await room.post(path, "v=0", { "content-type": "application/sdp" }),
    415,
    "unsupported-media-type",
  );
  await assertProblem(await room.request(path, { method: "PUT" }), 405, "method-not-allowed");
  await assertStatus(room.request(path, { method: "OPTIONS" }), 204);
});

testRoom("POST …/messages takes no more candidates than a side may have", async (room) => {
  await say(room, "caller", CALL);
  const more = Array.from({ length: 49 }, (_, index) => candidateMessage("aaaa", 100 + index));
  await say(room, "caller", more);
  await say(room, "caller", more);
  const batch = [{ type: "end-of-candidates", usernameFragment: "aaaa" }, candidateMessage("aaaa", 3)];
  await assertProblem(await room.post("/messages?from=caller", batch), 409, "too-many-candidates");
  assertEquals((await hear(room, "callee", 100)).next, 102);
});

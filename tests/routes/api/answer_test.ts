import { assertEquals, assertMatch } from "@std/assert";
import { answerCall, assertProblem, assertStatus, codeOf, openCall, startApp, testRoom } from "@/testing/app.ts";
import { answerOf, sdpOf } from "@/testing/descriptions.ts";

testRoom("POST …/answer answers the open offer", async (room) => {
  await openCall(room);
  room.clock.advance(1_000);
  const answer = await room.post("/answer", answerOf("bbbb"));
  assertEquals(answer.status, 201);
  assertEquals(answer.headers.get("location"), `${room.base}/answer`);
  assertMatch(answer.headers.get("etag") ?? "", /^"[^"]+"$/);
  const expiresAt = new Date(room.clock.now() + 600_000).toISOString();
  assertEquals(await answer.json(), { room: room.name, expiresAt });
  const read = await room.get("/answer");
  assertEquals(read.status, 200);
  assertEquals(read.headers.get("etag"), answer.headers.get("etag"));
  assertEquals(await read.json(), answerOf("bbbb"));
});

testRoom("POST …/answer takes bare SDP, and GET …/answer gives it", async (room) => {
  await openCall(room);
  const headers = { "content-type": "application/sdp" };
  await assertStatus(room.request("/answer", { method: "POST", headers, body: sdpOf("bbbb") }), 201);
  const read = await room.get("/answer", { accept: "application/sdp" });
  assertEquals(read.status, 200);
  assertEquals(read.headers.get("content-type"), "application/sdp");
  assertEquals(read.headers.get("vary"), "Accept");
  assertEquals(await read.text(), sdpOf("bbbb"));
});

testRoom("POST …/answer is refused without an offer", async ({ post }) => {
  await post("/offer-candidate", { candidate: "candidate:1" });
  for (const headers of [{}, { "if-match": `"x"` }]) {
    await assertProblem(await post("/answer", answerOf("bbbb"), headers), 409, "no-offer");
  }
});

testRoom("POST …/answer is refused after the first answer", async (room) => {
  const etag = await openCall(room);
  await answerCall(room);
  for (const ufrag of ["bbbb", "cccc"]) {
    const again = await room.post("/answer", answerOf(ufrag), { "if-match": etag });
    await assertProblem(again, 409, "answer-taken");
  }
  assertEquals(await (await room.get("/answer")).json(), answerOf("bbbb"));
});

testRoom("POST …/answer with If-Match answers that offer only", async (room) => {
  const first = await openCall(room);
  const second = await openCall(room, "bbbb");
  const late = await room.post("/answer", answerOf("cccc"), { "if-match": first });
  await assertProblem(late, 412, "offer-replaced");
  await assertStatus(room.post("/answer", answerOf("cccc"), { "if-match": second }), 201);
});

testRoom("GET …/answer says that no one has answered", async (room) => {
  for (const step of [() => Promise.resolve(""), () => openCall(room)]) {
    await step();
    const answer = await room.get("/answer");
    assertEquals(answer.headers.get("retry-after"), "1");
    await assertProblem(answer, 404, "no-answer");
  }
});

testRoom("GET …/answer responds with 304 if the reader has it", async (room) => {
  await openCall(room);
  const etag = await answerCall(room);
  const answer = await room.get("/answer", { "if-none-match": etag });
  assertEquals(answer.status, 304);
  assertEquals(answer.headers.get("etag"), etag);
  assertEquals(await answer.text(), "");
});

testRoom("GET …/answer with If-Match reads the answer to that offer only", async (room) => {
  const none = await room.get("/answer", { "if-match": `"x"` });
  await assertProblem(none, 412, "offer-replaced");
  const first = await openCall(room);
  await assertProblem(await room.get("/answer", { "if-match": first }), 404, "no-answer");
  await answerCall(room);
  assertEquals(await (await room.get("/answer", { "if-match": first })).json(), answerOf("bbbb"));
  const second = await openCall(room);
  await assertProblem(await room.get("/answer", { "if-match": first }), 412, "offer-replaced");
  await assertProblem(await room.get("/answer", { "if-match": second }), 404, "no-answer");
});

testRoom("POST …/answer lets exactly one of 50 at once win", async (room) => {
  await openCall(room);
  const all = await Promise.all(Array.from({ length: 50 }, (_, index) => room.post("/answer", answerOf(`u${index}`))));
  const won = all.filter(({ status }) => status === 201);
  const lost = all.filter(({ status }) => status === 409);
  assertEquals([won.length, lost.length], [1, 49]);
  for (const answer of lost) assertEquals(await codeOf(answer), "answer-taken");
  await won[0]!.body?.cancel();
  assertEquals(await (await room.get("/answer")).json(), answerOf(`u${all.indexOf(won[0]!)}`));
});

Deno.test("POST /answer lets exactly one of 50 at once win over two servers on one database", async () => {
  using kv = await Deno.openKv(":memory:");
  await using one = await startApp({}, kv);
  await using two = await startApp({}, kv);
  await openCall(one);
  const all = await Promise.all(
    Array.from({ length: 50 }, (_, index) => (index % 2 ? one : two).post("/answer", answerOf(`u${index}`))),
  );
  const statuses = all.map(({ status }) => status).sort();
  for (const answer of all) await answer.body?.cancel();
  assertEquals(statuses, [201, ...Array(49).fill(409)]);
});

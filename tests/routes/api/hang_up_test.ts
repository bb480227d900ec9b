import { assertEquals } from "@std/assert";
import {
  answerCall,
  assertProblem,
  assertStatus,
  listRows,
  openCall,
  readJson,
  type TestRoom,
  testRoom,
} from "@/testing/app.ts";
import { answerOf, candidateOf } from "@/testing/descriptions.ts";

testRoom("DELETE …/ forgets the call", async (room) => {
  const etag = await openCall(room);
  await answerCall(room);
  await assertStatus(room.post("/offer-candidate", candidateOf("aaaa", 1)), 204);
  await assertStatus(room.post("/answer-candidate", candidateOf("bbbb", 1)), 204);
  const answer = await hangUp(room);
  assertEquals(answer.status, 204);
  assertEquals(answer.headers.get("access-control-allow-origin"), "*");
  assertEquals(answer.headers.get("cache-control"), "no-store");
  assertEquals(await answer.text(), "");
  assertEquals(await listRows(room.kv), []);
  await assertProblem(await room.get("/offer"), 404, "no-offer");
  await assertProblem(await room.get("/answer"), 404, "no-answer");
  await assertProblem(await room.get("/answer", { "if-match": etag }), 412, "offer-replaced");
  await assertProblem(await room.post("/answer", answerOf("cccc")), 409, "no-offer");
  assertEquals(await readJson(room.get("/offer-candidates")), []);
  assertEquals(await readJson(room.get("/answer-candidates")), []);
});

testRoom("DELETE …/ forgets early candidates too", async (room) => {
  await assertStatus(room.post("/offer-candidate", candidateOf("aaaa", 1)), 204);
  await assertStatus(room.post("/answer-candidate", candidateOf("bbbb", 1)), 204);
  await assertStatus(hangUp(room), 204);
  await openCall(room);
  await answerCall(room);
  assertEquals(await readJson(room.get("/offer-candidates")), []);
  assertEquals(await readJson(room.get("/answer-candidates")), []);
});

testRoom("DELETE …/ is fine where there is no call", async (room) => {
  await assertStatus(hangUp(room), 204);
  await openCall(room);
  await assertStatus(hangUp(room), 204);
  await assertStatus(hangUp(room), 204);
});

testRoom("DELETE …/ lets the next call be opened and answered", async (room) => {
  await openCall(room);
  await answerCall(room);
  await assertStatus(hangUp(room), 204);
  await openCall(room);
  await answerCall(room);
  assertEquals(await readJson(room.get("/answer")), answerOf("bbbb"));
});

testRoom("DELETE …/ removes every row of a long call", async (room) => {
  await openCall(room);
  const long = Array.from({ length: 50 }, (_, port) => ({ candidate: "c".repeat(3_900) + port }));
  await assertStatus(room.post("/offer-candidate", long.slice(0, 16)), 204);
  await assertStatus(room.post("/offer-candidate", long.slice(16, 32)), 204);
  assertEquals((await listRows(room.kv)).length > 1, true);
  await assertStatus(hangUp(room), 204);
  assertEquals(await listRows(room.kv), []);
});

testRoom("DELETE …/ takes an empty or an unread body", async (room) => {
  await openCall(room);
  await assertStatus(hangUp(room, ""), 204);
  let cancelled = false;
  const body = new ReadableStream({ cancel: () => void (cancelled = true) });
  await assertStatus(hangUp(room, body), 204);
  assertEquals(cancelled, true);
});

testRoom("DELETE of the room with If-Match ends no other call than that", async (room) => {
  const first = await openCall(room);
  const second = await openCall(room);
  await assertProblem(await hangUp(room, null, { "if-match": first }), 412, "offer-replaced");
  await assertStatus(room.get("/offer"), 200);
  await assertStatus(hangUp(room, null, { "if-match": second }), 204);
  await assertProblem(await room.get("/offer"), 404, "no-offer");
});

function hangUp(
  { base, request }: TestRoom,
  body: BodyInit | null = null,
  headers: Record<string, string> = {},
): Promise<Response> {
  return request(base === "" ? "/" : "", { method: "DELETE", body, headers });
}

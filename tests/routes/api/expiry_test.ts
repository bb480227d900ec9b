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
import { answerOf, candidateOf, offerOf } from "@/testing/descriptions.ts";

testRoom("GET … serves a call to its last millisecond, and not to the next", async (room) => {
  const etag = await openCall(room);
  await answerCall(room);
  await assertStatus(room.post("/offer-candidate", candidateOf("aaaa", 1)), 204);
  await assertStatus(room.post("/answer-candidate", candidateOf("bbbb", 2)), 204);
  room.clock.advance(599_999);
  assertEquals(await readJson(room.get("/offer")), offerOf("aaaa"));
  assertEquals(await readJson(room.get("/answer")), answerOf("bbbb"));
  assertEquals(await readJson(room.get("/offer-candidates")), [candidateOf("aaaa", 1)]);
  assertEquals(await readJson(room.get("/answer-candidates")), [candidateOf("bbbb", 2)]);
  room.clock.advance(1);
  assertEquals(await rowsOf(room), 2, "the database still holds it");
  await assertProblem(await room.get("/offer"), 404, "no-offer");
  await assertProblem(await room.get("/offer", { "if-none-match": etag }), 404, "no-offer");
  await assertProblem(await room.get("/answer"), 404, "no-answer");
  assertEquals(await readJson(room.get("/offer-candidates")), []);
  assertEquals(await readJson(room.get("/answer-candidates")), []);
  await assertProblem(await room.post("/answer", answerOf("cccc")), 409, "no-offer");
});

testRoom("POST …/offer says when it expires, and it does then", async ({ post, get, clock }) => {
  const { expiresAt } = await (await post("/offer", offerOf("aaaa"))).json();
  clock.advance(Date.parse(expiresAt) - clock.now() - 1);
  await assertStatus(get("/offer"), 200);
  clock.advance(1);
  await assertStatus(get("/offer"), 404);
}, { SESSION_TTL: "7" });

testRoom("POST … of either side extends the call, and reads do not", async (room) => {
  const writes = [
    () => answerCall(room),
    () => room.post("/answer-candidate", candidateOf("bbbb", 1)),
    () => room.post("/offer-candidate", candidateOf("aaaa", 2)),
    () => room.post("/answer-candidate", "null"),
  ];
  await openCall(room);
  for (const write of writes) {
    room.clock.advance(599_999);
    await write();
  }
  room.clock.advance(599_999);
  assertEquals(await readJson(room.get("/offer")), offerOf("aaaa"));
  assertEquals(await readJson(room.get("/answer")), answerOf("bbbb"));
  room.clock.advance(1);
  await assertProblem(await room.get("/offer"), 404, "no-offer");
});

testRoom("POST …/answer-candidate alone keeps the caller's row alive for as long as it goes on", async (room) => {
  const expiries = watchExpiry(room);
  await openCall(room);
  await answerCall(room);
  for (let port = 0; port < 5; port++) {
    room.clock.advance(599_000);
    await assertStatus(room.post("/answer-candidate", candidateOf("bbbb", port)), 204);
    const ends = expiries.get("caller")!;
    assertEquals(ends >= room.clock.now() + 600_000, true, `the row ends ${ends - room.clock.now()} ms after a write`);
  }
  assertEquals(await readJson(room.get("/offer")), offerOf("aaaa"));
});

testRoom("POST …/offer-candidate alone keeps the callee's row alive for as long as it goes on", async (room) => {
  const expiries = watchExpiry(room);
  await openCall(room);
  await answerCall(room);
  for (let port = 0; port < 5; port++) {
    room.clock.advance(599_000);
    await assertStatus(room.post("/offer-candidate", candidateOf("aaaa", port)), 204);
    assertEquals(expiries.get("callee")! >= room.clock.now() + 600_000, true);
  }
  assertEquals(await readJson(room.get("/answer")), answerOf("bbbb"));
});

testRoom("POST …/offer-candidate expires too while its offer does not come", async (room) => {
  await assertStatus(room.post("/offer-candidate", candidateOf("aaaa", 1)), 204);
  room.clock.advance(599_999);
  await assertStatus(room.post("/answer-candidate", candidateOf("bbbb", 2)), 204);
  room.clock.advance(600_000);
  await openCall(room);
  await answerCall(room);
  assertEquals(await readJson(room.get("/offer-candidates")), []);
  assertEquals(await readJson(room.get("/answer-candidates")), []);
});

testRoom("POST …/offer of a room that has expired starts anew", async (room) => {
  await openCall(room);
  await answerCall(room);
  await assertStatus(room.post("/offer-candidate", candidateOf("aaaa", 1)), 204);
  room.clock.advance(600_000);
  await openCall(room);
  assertEquals(await rowsOf(room), 1, "the callee's row is removed");
  await assertProblem(await room.get("/answer"), 404, "no-answer");
  assertEquals(await readJson(room.get("/offer-candidates")), []);
});

async function rowsOf({ kv }: TestRoom): Promise<number> {
  return (await listRows(kv)).length;
}

/** When the row of each side would be gone, by what the database is told. */
function watchExpiry({ kv, clock }: TestRoom): Map<unknown, number> {
  const ends = new Map<unknown, number>();
  const atomic = kv.atomic.bind(kv);
  kv.atomic = () => {
    const operation = atomic();
    const set = operation.set.bind(operation);
    operation.set = (key, value, options) => {
      ends.set(key[1], clock.now() + (options?.expireIn ?? Infinity));
      return set(key, value, options);
    };
    return operation;
  };
  return ends;
}

import { assertEquals } from "@std/assert";
import { answerCall, assertProblem, assertStatus, openCall, readJson, startApp, testRoom } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";

const WAIT = { prefer: "wait=20" };

testRoom("GET …/offer stops waiting to the millisecond", async (room) => {
  const times: number[] = [];
  const waiting = room.get("/offer", WAIT).then((answer) => (times.push(room.clock.now()), answer));
  await room.waiters(1);
  const start = room.clock.now();
  room.clock.advance(19_999);
  // What it looked at again has been read by the time this is.
  await assertStatus(room.get("/offer"), 404);
  assertEquals([times, room.app.store.waiting], [[], 1]);
  room.clock.advance(1);
  await assertProblem(await waiting, 404, "no-offer");
  assertEquals(times, [start + 20_000]);
});

testRoom("GET …/offer stops waiting when its client goes away", async (room) => {
  const leaving = new AbortController();
  const headers = { prefer: "wait=20" };
  const left = room.request("/offer", { headers, signal: leaving.signal });
  const stays = room.request("/offer", { headers });
  await room.waiters(2);
  leaving.abort();
  await assertStatus(left, 404);
  assertEquals([room.app.store.waiting, room.clock.pending], [1, 2]);
  await openCall(room);
  assertEquals(await readJson(stays), offerOf("aaaa"));
});

testRoom("GET …/offer never waits for a client that has gone before", async (room) => {
  await assertStatus(room.request("/offer", { headers: WAIT, signal: AbortSignal.abort() }), 404);
});

testRoom("DELETE of the room ends every wait for its call", async (room) => {
  const etag = await openCall(room);
  await answerCall(room);
  const waiting = [
    room.get("/offer", { ...WAIT, "if-none-match": etag }),
    room.get("/answer", { ...WAIT, "if-match": etag, "if-none-match": "*" }),
    room.get("/offer-candidates", WAIT),
    room.get("/answer-candidates", WAIT),
  ] as const;
  await room.waiters(4);
  await assertStatus(room.request(room.base === "" ? "/" : "", { method: "DELETE" }), 204);
  await assertProblem(await waiting[0], 404, "no-offer");
  await assertProblem(await waiting[1], 412, "offer-replaced");
  assertEquals(await readJson(waiting[2]), []);
  assertEquals(await readJson(waiting[3]), []);
});

testRoom("DELETE of the room leaves readers waiting for its first call alone", async (room) => {
  const waiting = room.get("/offer", WAIT);
  await room.waiters(1);
  await assertStatus(room.request(room.base === "" ? "/" : "", { method: "DELETE" }), 204);
  await openCall(room);
  assertEquals(await readJson(waiting), offerOf("aaaa"));
});

testRoom("GET …/answer stops waiting when the call expires", async (room) => {
  const etag = await openCall(room);
  room.clock.advance(595_000);
  const waiting = room.get("/answer", { ...WAIT, "if-match": etag });
  await room.waiters(1);
  room.clock.advance(5_000);
  const answer = await waiting;
  assertEquals(answer.headers.get("preference-applied"), "wait=20");
  await assertProblem(answer, 412, "offer-replaced");
});

testRoom("shutdown ends every wait", async (room) => {
  await openCall(room);
  const waiting = [room.get("/answer", WAIT), room.get("/offer-candidates", WAIT)] as const;
  await room.waiters(2);
  room.app.store.close();
  await assertProblem(await waiting[0], 404, "no-answer");
  assertEquals(await readJson(waiting[1]), []);
  await assertProblem(await room.get("/answer", WAIT), 404, "no-answer");
});

testRoom("GET …/offer is refused a wait where too many wait already", async (room) => {
  const waiting = [1, 2].map(() => room.get("/offer", WAIT));
  await room.waiters(2);
  const refused = await room.get("/offer", WAIT);
  assertEquals(refused.headers.get("retry-after"), "1");
  const { limit } = await assertProblem(refused, 503, "too-many-waiting");
  assertEquals(limit, 2);
  await assertStatus(room.get("/offer"), 404);
  await assertStatus(room.get("/offer", { prefer: "wait=0" }), 404);
  await openCall(room);
  for (const answer of waiting) await assertStatus(answer, 200);
}, { MAX_WAITING: "2" });

Deno.test("a wait for one room is not ended by what happens in another", async () => {
  await using server = await startApp();
  const waiting = server.get("/rooms/tea/offer", WAIT);
  await server.waiters(1);
  await openCall(server);
  await assertStatus(server.request("/", { method: "DELETE" }), 204);
  assertEquals(server.app.store.waiting, 1);
  await assertStatus(server.post("/rooms/tea/offer", offerOf("cccc")), 201);
  assertEquals(await readJson(waiting), offerOf("cccc"));
});

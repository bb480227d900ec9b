import { assertEquals } from "@std/assert";
import { assertProblem, assertStatus, testRoom } from "@/testing/app.ts";
import { answerOf, offerOf } from "@/testing/descriptions.ts";
import { brief, candidateMessage, hear, type News, numbered, say } from "@/testing/messages.ts";

const OFFER = [offerOf("aaaa"), candidateMessage("aaaa", 1)];
const WAIT = { prefer: "wait=20" };

testRoom("GET …/messages gives the messages after the reader's number", async (room) => {
  assertEquals(await hear(room, "callee"), { messages: [], next: 0, call: "" });
  const { call } = await say(room, "caller", OFFER);
  assertEquals(await hear(room, "callee"), { messages: numbered(OFFER), next: 2, call });
  assertEquals(await hear(room, "callee", 1), { messages: numbered(OFFER.slice(1), 2), next: 2, call });
  assertEquals(await hear(room, "callee", 2), { messages: [], next: 2, call });
  assertEquals(await hear(room, "caller"), { messages: [], next: 0, call });
});

testRoom("GET …/messages waits for the next message, and says how long it would have", async (room) => {
  const waiting = room.get("/messages?to=callee", WAIT);
  await room.waiters(1);
  await say(room, "callee", candidateMessage("bbbb", 9));
  const { call } = await say(room, "caller", OFFER);
  const answer = await waiting;
  assertEquals(answer.headers.get("preference-applied"), "wait=20");
  assertEquals(brief((await answer.json()).messages), ["offer", 1]);
  const next = hear(room, "callee", 2, { ...WAIT, "if-match": call });
  await room.waiters(1);
  await assertStatus(room.post("/offer-candidate", { candidate: "candidate:of another generation ufrag zzzz" }), 204);
  await say(room, "caller", { type: "end-of-candidates" });
  assertEquals((await next).messages, [{ seq: 3, type: "end-of-candidates" }]);
});

testRoom("GET …/messages answers without news when time is up, the client leaves or the server stops", async (room) => {
  const { call } = await say(room, "caller", OFFER);
  const nothing = { messages: [], next: 2, call };
  const timed = hear(room, "callee", 2, WAIT);
  await room.waiters(1);
  room.clock.advance(20_000);
  assertEquals(await timed, nothing);
  const leaving = new AbortController();
  const left = room.request("/messages?to=callee&after=2", { headers: WAIT, signal: leaving.signal });
  await room.waiters(1);
  leaving.abort();
  assertEquals(await (await left).json(), nothing);
  const stopped = hear(room, "callee", 2, WAIT);
  await room.waiters(1);
  room.app.store.close();
  assertEquals(await stopped, nothing);
  assertEquals(await hear(room, "callee", 2, WAIT), nothing);
});

testRoom("GET …/messages tells a reader that names its call how it ended", async (room) => {
  for (const name of ["header", "query"]) {
    const read = (call: string, headers = {}) =>
      name === "header"
        ? room.get("/messages?to=callee&after=2", { ...headers, "if-match": call })
        : room.get(`/messages?to=callee&after=2&call=${encodeURIComponent(call)}`, headers);

    const first = (await say(room, "caller", OFFER)).call;
    const replaced = read(first, WAIT);
    await room.waiters(1);
    const second = (await say(room, "caller", [offerOf("cccc"), candidateMessage("cccc", 2)])).call;
    await assertProblem(await replaced, 410, "offer-replaced");
    await assertProblem(await read(first), 410, "offer-replaced");

    const ended = read(second, WAIT);
    await room.waiters(1);
    await say(room, "callee", { type: "bye" });
    await assertProblem(await ended, 410, "call-ended");
    await assertProblem(await read(second), 410, "call-ended");

    const third = (await say(room, "caller", OFFER)).call;
    room.clock.advance(599_000);
    const expiring = read(third, WAIT);
    await room.waiters(1);
    room.clock.advance(1_000);
    await assertProblem(await expiring, 410, "expired");
    // A laptop that slept comes back later.
    room.clock.advance(500_000);
    await assertProblem(await read(third), 410, "expired");
    await say(room, "callee", { type: "bye" });
  }
});

testRoom("GET …/messages gives a reader that names no call the next one, and marks it", async (room) => {
  const first = await say(room, "caller", OFFER);
  const waiting = hear(room, "callee", 2, WAIT);
  await room.waiters(1);
  const { call } = await say(room, "caller", offerOf("cccc"));
  const all = numbered([offerOf("cccc")]);
  assertEquals(await waiting, { messages: all, next: 1, call, reset: true });
  assertEquals(await hear(room, "callee", 2), { messages: all, next: 1, call, reset: true });
  const named = hear(room, "callee", 9, { "if-match": call });
  assertEquals(await named, { messages: all, next: 1, call, reset: true });
  await assertProblem(await room.get("/messages?to=callee", { "if-match": first.call }), 410, "offer-replaced");
});

testRoom("GET …/messages tells a caller at once that another offer has taken the room", async (room) => {
  await say(room, "caller", OFFER);
  await say(room, "callee", answerOf("bbbb"));
  const waiting = hear(room, "caller", 1, WAIT);
  await room.waiters(1);
  const { call } = await say(room, "caller", offerOf("cccc"));
  assertEquals(await waiting, { messages: [], next: 0, call, reset: true });
});

testRoom("GET …/messages ends the wait of a reader that names no call at a hang-up", async (room) => {
  await say(room, "caller", OFFER);
  const waiting = room.get("/messages?to=caller", WAIT);
  await room.waiters(1);
  await assertStatus(room.request(room.base === "" ? "/" : "", { method: "DELETE" }), 204);
  await assertProblem(await waiting, 410, "call-ended");
  const next = hear(room, "callee", 2, WAIT);
  await room.waiters(1);
  await say(room, "caller", [...OFFER, candidateMessage("aaaa", 3)]);
  assertEquals(brief((await next).messages), [3]);
});

testRoom("GET …/messages is the same data as the six resources", async (room) => {
  await assertStatus(room.post("/answer-candidate", { candidate: "candidate:early ufrag bbbb" }), 204);
  await assertStatus(room.post("/offer", offerOf("aaaa")), 201);
  await assertStatus(room.post("/offer-candidate", [{ candidate: "candidate:1" }, null]), 204);
  await assertStatus(room.post("/answer", answerOf("bbbb")), 201);
  const types = ({ messages }: News) => messages.map(({ seq, type }) => `${seq} ${type}`);
  assertEquals(types(await hear(room, "callee")), ["1 offer", "2 candidate", "3 end-of-candidates"]);
  assertEquals(types(await hear(room, "caller")), ["1 answer", "2 candidate"]);
});

testRoom("GET …/messages takes one read of the database", async (room) => {
  await say(room, "caller", OFFER);
  let reads = 0;
  const getMany = room.kv.getMany.bind(room.kv);
  room.kv.getMany = ((...args: Parameters<typeof getMany>) => (reads++, getMany(...args))) as typeof getMany;
  await hear(room, "callee");
  await hear(room, "callee", 1, WAIT);
  assertEquals(reads, 2);
});

testRoom("GET …/messages refuses an invalid cursor, and too many waiting readers", async (room) => {
  for (const query of ["?to=callee&after=", "?to=callee&after=-1", "?to=callee&after=x", "?from=caller", "?to=both"]) {
    await assertProblem(await room.get(`/messages${query}`), 400, "invalid-query");
  }
  const waiting = hear(room, "callee", 0, WAIT);
  await room.waiters(1);
  await assertProblem(await room.get("/messages?to=callee", WAIT), 503, "too-many-waiting");
  await say(room, "caller", OFFER);
  assertEquals((await waiting).next, 2);
  await assertStatus(room.request("/messages?to=callee", { method: "HEAD" }), 200);
}, { MAX_WAITING: "1" });

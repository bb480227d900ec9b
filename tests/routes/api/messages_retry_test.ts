import { assertEquals, assertNotEquals } from "@std/assert";
import { answerOf, assertProblem, assertStatus, offerOf, startApp, testRoom } from "@/tests/testing.ts";
import { createKvFile } from "@/tests/lib/server/stores.ts";
import { brief, candidateMessage, hear, say } from "./messages.ts";

const KEY = { "idempotency-key": "first" };
const OFFER = [offerOf("aaaa"), candidateMessage("aaaa", 1)];

testRoom("POST …/messages with a key it knows changes nothing and answers the same", async (room) => {
  const first = await say(room, "caller", OFFER, KEY);
  room.clock.advance(1_000);
  await say(room, "caller", candidateMessage("aaaa", 2));
  assertEquals(await say(room, "caller", OFFER, KEY), first);
  assertEquals(brief((await hear(room, "callee")).messages), ["offer", 1, 2]);
});

testRoom("POST …/messages with the other side's key is a posting of its own", async (room) => {
  await say(room, "caller", OFFER, KEY);
  assertEquals((await say(room, "callee", answerOf("bbbb"), KEY)).next, 1);
});

testRoom("POST …/messages with one key many times at once writes it once", async (room) => {
  await say(room, "caller", OFFER);
  const all = await Promise.all(
    Array.from({ length: 20 }, () => say(room, "caller", candidateMessage("aaaa", 2), KEY)),
  );
  for (const heard of all) assertEquals(heard, all[0]);
  assertEquals((await hear(room, "callee")).next, 3);
});

testRoom("POST …/messages forgets no key when the call is replaced", async (room) => {
  const first = await say(room, "caller", OFFER, KEY);
  const answered = await say(room, "callee", answerOf("bbbb"), KEY);
  const { call } = await say(room, "caller", offerOf("cccc"));
  assertNotEquals(call, first.call);
  assertEquals(await say(room, "caller", OFFER, KEY), first);
  assertEquals(await say(room, "callee", answerOf("bbbb"), KEY), answered);
  assertEquals(await hear(room, "caller"), { messages: [], next: 0, call });
});

testRoom("POST …/messages forgets no key when somebody hangs up, so that no call comes back", async (room) => {
  const first = await say(room, "caller", OFFER, KEY);
  await say(room, "callee", answerOf("bbbb"), KEY);
  await assertStatus(room.request(room.base === "" ? "/" : "", { method: "DELETE" }), 204);
  assertEquals(await say(room, "caller", OFFER, KEY), first);
  await assertProblem(await room.get("/offer"), 404, "no-offer");
});

testRoom("POST …/messages hangs up once for one key, whatever is opened in between", async (room) => {
  await say(room, "caller", OFFER);
  const bye = await say(room, "callee", { type: "bye" }, KEY);
  const { call } = await say(room, "caller", OFFER);
  room.clock.advance(1);
  assertEquals(await say(room, "callee", { type: "bye" }, KEY), bye);
  assertEquals((await hear(room, "callee")).call, call);
});

testRoom("POST …/messages that was refused may succeed with the same key", async (room) => {
  await assertProblem(await room.post("/messages?from=callee", answerOf("bbbb"), KEY), 409, "no-offer");
  await say(room, "caller", OFFER);
  assertEquals((await say(room, "callee", answerOf("bbbb"), KEY)).next, 1);
});

testRoom("POST …/messages refuses a key that is none", async (room) => {
  for (const key of ["", "two words", "x".repeat(65)]) {
    const answer = await room.post("/messages?from=caller", OFFER, { "idempotency-key": key });
    await assertProblem(answer, 400, "invalid-query");
  }
});

testRoom("POST …/messages remembers the last 16 keys of a side", async (room) => {
  await say(room, "caller", OFFER);
  const post = (index: number) =>
    say(room, "caller", candidateMessage("aaaa", index), { "idempotency-key": `key-${index}` });
  for (let index = 10; index < 27; index++) await post(index);
  assertEquals([(await post(11)).next, (await post(26)).next], [4, 19]);
  assertEquals((await post(10)).next, 20);
});

Deno.test("POST /messages knows a key that another process wrote, also after a restart", async () => {
  await using file = await createKvFile();
  const kv = await Deno.openKv(file.path);
  const one = await startApp({}, kv);
  const first = await say(one, "caller", OFFER, KEY);
  using other = await Deno.openKv(file.path);
  await using two = await startApp({}, other);
  assertEquals(await say(two, "caller", OFFER, KEY), first);
  await one[Symbol.asyncDispose]();
  kv.close();
  using again = await Deno.openKv(file.path);
  await using three = await startApp({}, again);
  assertEquals(await say(three, "caller", OFFER, KEY), first);
  assertEquals((await hear(two, "callee")).next, 2);
});

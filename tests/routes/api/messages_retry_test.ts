import { assertEquals, assertNotEquals } from "@std/assert";
import { assertProblem, assertStatus, startApp, testRoom } from "@/testing/app.ts";
import { answerOf, offerOf } from "@/testing/descriptions.ts";
import { createKvFile } from "@/testing/stores.ts";
import { brief, candidateMessage, hear, say } from "@/testing/messages.ts";

const KEY = { "idempotency-key": "first" };
const OFFER = [offerOf("aaaa"), candidateMessage("aaaa", 1)];

testRoom(
  "POST …/messages with a key it knows changes nothing and answers what it did, with the call's time",
  async (room) => {
    const first = await say(room, "caller", OFFER, KEY);
    room.clock.advance(1_000);
    const { expiresAt } = await say(room, "caller", candidateMessage("aaaa", 2));
    room.clock.advance(1_000);
    assertEquals(await say(room, "caller", OFFER, KEY), { ...first, expiresAt });
    assertEquals(brief((await hear(room, "callee")).messages), ["offer", 1, 2]);
  },
);

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

testRoom("POST …/messages refuses a key that came with something else", async (room) => {
  const first = await say(room, "caller", OFFER, KEY);
  for (const other of [[offerOf("cccc")], [OFFER[0]], [...OFFER, candidateMessage("aaaa", 2)]]) {
    await assertProblem(await room.post("/messages?from=caller", other, KEY), 422, "key-reused");
  }
  const named = { ...KEY, "if-match": first.call };
  await assertProblem(await room.post("/messages?from=caller", OFFER, named), 422, "key-reused");
  assertEquals(await say(room, "caller", OFFER, KEY), first);
  assertEquals(brief((await hear(room, "callee")).messages), ["offer", 1]);
});

testRoom("POST …/messages forgets keys with the call that is replaced", async (room) => {
  const first = await say(room, "caller", OFFER, KEY);
  await say(room, "callee", answerOf("bbbb"), KEY);
  const { call } = await say(room, "caller", offerOf("cccc"));
  assertNotEquals(call, first.call);
  assertEquals((await say(room, "callee", answerOf("dddd"), KEY)).call, call);
  assertNotEquals((await say(room, "caller", OFFER, KEY)).call, call);
});

testRoom("POST …/messages forgets a call's keys at its hang-up", async (room) => {
  const first = await say(room, "caller", OFFER, KEY);
  await assertStatus(room.request(room.base === "" ? "/" : "", { method: "DELETE" }), 204);
  const { call } = await say(room, "caller", [offerOf("cccc")], KEY);
  assertNotEquals(call, first.call);
  assertEquals((await hear(room, "callee")).call, call);
});

testRoom("POST …/messages hangs up again with a key that hung up before", async (room) => {
  await say(room, "caller", OFFER);
  const bye = await say(room, "callee", { type: "bye" }, KEY);
  assertEquals([bye.call, bye.next], ["", 0]);
  assertEquals(await say(room, "callee", { type: "bye" }, KEY), bye);
  await assertProblem(await room.get("/offer"), 404, "no-offer");
});

testRoom("POST …/messages knows the key of early candidates once their call is open", async (room) => {
  const early = candidateMessage("bbbb", 1);
  const first = await say(room, "callee", early, KEY);
  const { call } = await say(room, "caller", OFFER);
  await say(room, "callee", answerOf("bbbb"));
  assertEquals(await say(room, "callee", early, KEY), { ...first, call, expiresAt: first.expiresAt });
  assertEquals(brief((await hear(room, "caller")).messages), ["answer", 1]);
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

import { assertEquals } from "@std/assert";
import { LOBBY, parseRoomName } from "@/lib/protocol/mod.ts";
import { createTestStore, watchCommits } from "@/testing/stores.ts";
import { answerOf, offerOf } from "@/testing/descriptions.ts";
import { brief, candidateMessage, numbered, say } from "@/testing/messages.ts";
import { testSocket } from "@/testing/sockets.ts";

const OFFER = [offerOf("aaaa"), candidateMessage("aaaa", 1)];

testSocket(
  "GET …/messages as a WebSocket tells a reader that named no call when another begins",
  async (room, open) => {
    await say(room, "caller", OFFER);
    const caller = await open("caller");
    await room.waiters(1);
    const { call } = await say(room, "caller", offerOf("cccc"));
    assertEquals(await caller.next(), { messages: [], next: 0, call, reset: true });
    await caller.leave();
  },
);

testSocket("GET …/messages as a WebSocket keeps to the call that was offered over it", async (room, open) => {
  const [caller, callee] = [await open("caller"), await open("callee")];
  for (const ufrag of ["aaaa", "cccc"]) {
    caller.send(offerOf(ufrag));
    const { type, call } = await caller.next();
    assertEquals(type, "ack");
    assertEquals(brief((await callee.next()).messages!), ["offer"]);
    callee.send(answerOf("bbbb"));
    assertEquals((await callee.next()).type, "ack");
    assertEquals(await caller.next(), { messages: numbered([answerOf("bbbb")]), next: 1, call: call! });
    // The same offer once more prolongs the call, and repeats nothing.
    caller.send({ call, messages: offerOf(ufrag) });
    assertEquals((await caller.next()).call, call);
    await room.waiters(2);
  }
  await say(room, "caller", offerOf("dddd"));
  assertEquals((await caller.next()).type, "/problems#offer-replaced");
  assertEquals(await caller.closed(), [4412, "offer-replaced"]);
  await callee.leave();
});

testSocket(
  "GET …/messages as a WebSocket survives the end of the call before the one it offers",
  async (room, open) => {
    await say(room, "caller", OFFER);
    const caller = await open("caller");
    await room.waiters(1);
    const hold = Promise.withResolvers<void>();
    const commits = watchCommits(room.kv, (nth) => nth === 1 ? hold.promise : Promise.resolve());
    caller.send(offerOf("cccc"));
    while (commits.count === 0) await room.app.store.read(LOBBY);
    await createTestStore(room.kv).store.hangUp(parseRoomName(room.name), null);
    room.clock.advance(500);
    for (let count = 0; count < 3; count++) await room.app.store.read(LOBBY);
    hold.resolve();
    const { type, call } = await caller.next();
    assertEquals(type, "ack");
    await say(room, "callee", answerOf("bbbb"));
    assertEquals(await caller.next(), { messages: numbered([answerOf("bbbb")]), next: 1, call: call! });
    await caller.leave();
  },
);

testSocket("GET …/messages as a WebSocket says for how long a call lives by the server's clock", async (room, open) => {
  const caller = await open("caller");
  const ttl = async (frame: unknown) => {
    caller.send(frame);
    return (await caller.next()).ttlMs;
  };
  assertEquals(await ttl({ key: "one", messages: OFFER }), 600_000);
  room.clock.advance(1_000);
  assertEquals(await ttl({ key: "one", messages: OFFER }), 599_000);
  assertEquals(await ttl(candidateMessage("aaaa", 2)), 600_000);
  caller.send({ type: "bye" });
  assertEquals((await caller.next()).ttlMs, 0);
  await caller.next();
  assertEquals(await caller.closed(), [4410, "call-ended"]);
});

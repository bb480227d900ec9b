import { assertEquals, assertGreater, assertStringIncludes } from "@std/assert";
import { LOBBY } from "@/lib/protocol/mod.ts";
import { assertProblem, breakReads, failWaiters, startApp, testRoom } from "@/testing/app.ts";
import { answerOf, offerOf, sdpOf } from "@/testing/descriptions.ts";
import { openRawSocket } from "@/testing/raw_socket.ts";
import { watchCommits } from "@/testing/stores.ts";
import { brief, candidateMessage, hear, numbered, say } from "@/testing/messages.ts";
import { connect, listen, testSocket } from "@/testing/sockets.ts";

/** How many descriptions of 60,000 bytes it takes to pass what a server keeps for a reader. */
const MIN_ROUNDS = 2;
const OFFER = [offerOf("aaaa"), candidateMessage("aaaa", 1)];

testSocket("GET …/messages as a WebSocket carries a whole call both ways", async (room, open) => {
  const [caller, callee] = [await open("caller"), await open("callee")];
  caller.send({ id: 1, messages: OFFER });
  const ack = await caller.next();
  const call = ack.call!;
  const expiresAt = new Date(room.clock.now() + 600_000).toISOString();
  assertEquals(ack, { type: "ack", id: 1, call, next: 2, expiresAt, ttlMs: 600_000 });
  assertEquals(await callee.next(), { messages: numbered(OFFER), next: 2, call });
  callee.send({ id: "two", call, messages: answerOf("bbbb") });
  callee.send(candidateMessage("bbbb", 2));
  callee.send([candidateMessage("bbbb", 3), { type: "end-of-candidates" }]);
  const acks = [await callee.next(), await callee.next(), await callee.next()];
  assertEquals(acks.map(({ type, id, next }) => [type, id, next]), [["ack", "two", 1], ["ack", undefined, 2], [
    "ack",
    undefined,
    4,
  ]]);
  const heard = [];
  while (heard.length < 4) heard.push(...(await caller.next()).messages!);
  assertEquals(brief(heard), ["answer", 2, 3, "end-of-candidates"]);
  assertEquals(heard.map(({ seq }) => seq), [1, 2, 3, 4]);
  assertEquals((await hear(room, "caller")).next, 4);
  await Promise.all([caller.leave(), callee.leave()]);
});

testSocket("GET …/messages as a WebSocket goes on where another was cut", async (room, open) => {
  const { call } = await say(room, "caller", OFFER);
  const callee = await open("callee", `&after=1&call=${encodeURIComponent(call)}`);
  assertEquals(await callee.next(), { messages: numbered(OFFER.slice(1), 2), next: 2, call });
  await callee.leave();
});

testSocket(
  "GET …/messages as a WebSocket says in a problem what it does not take, and stays open",
  async (room, open) => {
    const caller = await open("caller");
    const wrong: [unknown, unknown, string][] = [
      ["{", undefined, "not-json"],
      [" ".repeat(65_537), undefined, "too-large"],
      [" ".repeat(2_000_000), undefined, "too-large"],
      ["é".repeat(32_769), undefined, "too-large"],
      ["5", undefined, "invalid-body"],
      [{ id: 1, messages: [] }, 1, "invalid-body"],
      [{ id: 2, messages: answerOf("aaaa") }, 2, "invalid-body"],
      [{ id: 3, call: 5, messages: OFFER }, 3, "invalid-body"],
      [{ id: 4, key: "two words", messages: OFFER }, 4, "invalid-query"],
      [{ id: 5, call: `"other"`, messages: OFFER }, 5, "offer-replaced"],
      [{ id: 6, messages: { type: "renegotiate" } }, 6, "no-offer"],
    ];
    for (const [frame] of wrong) caller.send(frame);
    for (const [, id, code] of wrong) {
      const problem = await caller.next();
      assertEquals([problem.id, problem.type], [id, `/problems#${code}`]);
      assertStringIncludes(problem.detail!, "Cannot ");
    }
    caller.send(OFFER);
    assertEquals((await caller.next()).next, 2);
    await caller.leave();
    assertEquals((await hear(room, "callee")).next, 2);
  },
);

testSocket("GET …/messages as a WebSocket knows a key that was posted, and the other way round", async (room, open) => {
  const caller = await open("caller");
  const first = await say(room, "caller", OFFER, { "idempotency-key": "one" });
  caller.send({ key: "one", messages: OFFER });
  assertEquals(await caller.next(), { type: "ack", ...first, ttlMs: 600_000 });
  caller.send({ key: "two", messages: candidateMessage("aaaa", 2) });
  const { next } = await caller.next();
  const repeated = await say(room, "caller", candidateMessage("aaaa", 2), { "idempotency-key": "two" });
  assertEquals([next, repeated.next], [3, 3]);
  await caller.leave();
});

testSocket("GET …/messages as a WebSocket ends with its call, and says why", async (room, open) => {
  const ends: [number, string, () => unknown][] = [
    [4410, "call-ended", () => say(room, "caller", { type: "bye" })],
    [4412, "offer-replaced", () => say(room, "caller", offerOf("cccc"))],
    [4408, "expired", () => room.clock.advance(600_000)],
  ];
  for (const [status, code, end] of ends) {
    const { call } = await say(room, "caller", OFFER);
    const callee = await open("callee", `&call=${encodeURIComponent(call)}`);
    await callee.next();
    await room.waiters(1);
    await end();
    const problem = await callee.next();
    assertEquals([problem.type, problem.status], [`/problems#${code}`, 410]);
    assertEquals(await callee.closed(), [status, code]);
  }
});

testSocket(
  "GET …/messages as a WebSocket acknowledges what it was sent before the server stops",
  async (room, open) => {
    const caller = await open("caller");
    await room.waiters(1);
    const hold = Promise.withResolvers<void>();
    const commits = watchCommits(room.kv, () => hold.promise);
    caller.send({ id: 1, messages: OFFER });
    while (commits.count === 0) await room.app.store.read(LOBBY);
    const closing = room.app.close();
    // What reads for the client has ended by the time that these are read.
    for (let count = 0; count < 3; count++) await room.app.store.read(LOBBY);
    hold.resolve();
    assertEquals((await caller.next()).id, 1);
    assertEquals(await caller.closed(), [1012, "shutting-down"]);
    await closing;
    assertEquals((await hear(room, "callee")).next, 2);
  },
);

testSocket(
  "GET …/messages as a WebSocket is closed where its client sends faster than can be written",
  async (room, open) => {
    const caller = await open("caller");
    await room.waiters(1);
    const hold = Promise.withResolvers<void>();
    watchCommits(room.kv, () => hold.promise);
    for (let count = 0; count < 20; count++) caller.send(JSON.stringify(OFFER[1]).padEnd(60_000));
    assertEquals((await caller.next()).type, "/problems#busy");
    hold.resolve();
    for (let count = 0; count < 17; count++) assertEquals((await caller.next()).type, "ack");
    assertEquals(await caller.closed(), [1013, "busy"]);
  },
);

testSocket("GET …/messages as a WebSocket is closed where its client does not read", async (room, _, port) => {
  using client = await openRawSocket(`http://127.0.0.1:${port}`, `${room.base}/messages?to=callee`);
  await room.waiters(1);
  const large = { type: "offer", sdp: sdpOf("aaaa").padEnd(60_000) };
  let rounds = 0;
  do {
    await say(room, "caller", large);
    // A reader that was woken has looked, and waits again, by the time that these are read.
    for (let count = 0; count < 3; count++) await room.app.store.read(LOBBY);
  } while (room.app.store.waiting > 0 && ++rounds < 1_000);
  assertEquals(room.app.store.waiting, 0);
  assertGreater(rounds, MIN_ROUNDS);
  assertEquals(closingOf(await client.readUntil("slow-reader")), [4413, "slow-reader"]);
});

testRoom("GET …/messages refuses a WebSocket of another subprotocol", async (room) => {
  for (const [name, value] of [["sec-websocket-protocol", "chat"], ["x-none", ""]] as const) {
    const headers = { upgrade: "websocket", connection: "upgrade", [name]: value };
    const { limit } = await assertProblem(await room.get("/messages?to=callee", headers), 400, "invalid-query");
    assertEquals(limit, ["toucan.v1"]);
  }
});

Deno.test("GET /messages as a WebSocket names a fault, without its words, and reports it", async () => {
  using kv = await Deno.openKv(":memory:");
  await using server = await startApp({}, kv);
  await using port = listen(server);
  const callee = await connect(port, "/messages?to=callee");
  await server.waiters(1);
  const mended = breakReads(kv, "v=0");
  callee.send({ id: 1, messages: answerOf("bbbb") });
  const problem = await callee.next();
  assertEquals([problem.id, problem.type], [1, "/problems#fault"]);
  mended();
  await failWaiters(server, "v=0");
  assertEquals((await callee.next()).type, "/problems#fault");
  assertEquals(await callee.closed(), [1011, "fault"]);
  assertEquals(server.faults.map(String), ["Error: v=0", "Error: v=0"]);
});

/** The code and the reason of the close frame at the end of what was read (RFC 6455, section 5.5.1). */
function closingOf(read: string): [number, string] {
  const [, high, low, reason] = /(.)(.)([a-z-]+)$/s.exec(read.slice(-32)) ?? [];
  return [high!.charCodeAt(0) * 256 + low!.charCodeAt(0), reason!];
}

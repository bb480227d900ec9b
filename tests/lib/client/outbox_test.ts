import { createOutbox } from "@/lib/client/outbox.ts";
import type { Message, Receipt } from "@/lib/protocol/mod.ts";
import { assertEquals, assertRejects } from "@std/assert";
import { FakeTime } from "@std/testing/time";

const CALL = `"o"`;
const RECEIPT: Receipt = { call: CALL, ttlMs: 1_000 };
const END: Message = { type: "end-of-candidates" };
const OFFER: Message = { type: "offer", sdp: "v=0" };
const ANSWER: Message = { type: "answer", sdp: "v=0" };

testOutbox("candidates share requests, for longer as time goes by", async ({ outbox, sent, time }) => {
  outbox.add([candidate(1)], CALL);
  await time.tickAsync(24);
  outbox.add([candidate(2)], CALL);
  await time.tickAsync(1);
  await time.runMicrotasks();
  outbox.add([candidate(3)], CALL);
  await time.tickAsync(99);
  outbox.add([candidate(4)], CALL);
  await time.tickAsync(1);
  assertEquals(show(sent), ["1 2", "3 4"]);
});

testOutbox("an answer waits 7 ms for candidates, an offer for none", async ({ outbox, sent, time }) => {
  outbox.add([OFFER], "");
  assertEquals(show(sent), ["offer"]);
  await time.runMicrotasks();
  outbox.add([ANSWER], CALL);
  outbox.add([candidate(1)], CALL);
  await time.tickAsync(6);
  assertEquals(show(sent), ["offer"]);
  await time.tickAsync(1);
  assertEquals(show(sent), ["offer", "answer 1"]);
});

testOutbox("the end is sent at once with others, at most 50 in a posting, and alone without haste", async (world) => {
  const { outbox, sent, time } = world;
  for (let port = 1; port <= 60; port++) outbox.add([candidate(port)], CALL);
  outbox.add([END], CALL);
  await time.runMicrotasks();
  assertEquals(sent.map(({ messages }) => messages.length), [50, 11]);
  outbox.add([END], CALL);
  await time.tickAsync(4_999);
  assertEquals(sent.length, 2);
  await time.tickAsync(1);
  assertEquals(show(sent).at(-1), "end-of-candidates");
});

testOutbox("one posting at a time: messages keep their order", async ({ outbox, sent, time, hold }) => {
  const gate = hold();
  const first = outbox.add([OFFER], "");
  const second = outbox.add([candidate(1)], CALL);
  outbox.add([candidate(2)], CALL);
  await time.tickAsync(60_000);
  assertEquals(show(sent), ["offer"]);
  gate.resolve(RECEIPT);
  assertEquals(await first, RECEIPT);
  await time.tickAsync(25);
  assertEquals(await second, RECEIPT);
  assertEquals(show(sent), ["offer", "1 2"]);
});

testOutbox("a description waits for nothing that was to wait for others", async ({ outbox, sent, time }) => {
  outbox.add([END], CALL);
  outbox.add([OFFER], CALL);
  await time.runMicrotasks();
  assertEquals(show(sent), ["end-of-candidates", "offer"]);
});

testOutbox("nothing waits for others where a posting is no request", async ({ outbox, sent, time, way }) => {
  way.byRequest = false;
  outbox.add([ANSWER], CALL);
  outbox.add([candidate(1)], CALL);
  outbox.add([END], CALL);
  await time.runMicrotasks();
  assertEquals(show(sent), ["answer", "1 end-of-candidates"]);
});

testOutbox("what waits behind a posting that fails is dropped with it", async ({ outbox, sent, time, hold }) => {
  const gate = hold();
  const adding = [outbox.add([ANSWER], CALL), outbox.add([candidate(1)], `"other"`)]
    .map((promise) => assertRejects(() => promise, Error, "Refused"));
  gate.reject(new Error("Refused"));
  await Promise.all(adding);
  assertEquals(show(sent), ["answer"]);
  outbox.add([OFFER], "");
  await time.runMicrotasks();
  assertEquals(show(sent), ["answer", "offer"]);
});

testOutbox("the abort drops what waits", async ({ outbox, sent, abort, time }) => {
  const adding = assertRejects(() => outbox.add([candidate(1)], CALL), Error, "Over");
  abort.abort(new Error("Over"));
  await adding;
  await assertRejects(() => outbox.add([OFFER], ""), Error, "Over");
  await time.tickAsync(1_000);
  assertEquals(sent, []);
});

interface World {
  time: FakeTime;
  outbox: ReturnType<typeof createOutbox>;
  sent: { messages: readonly Message[]; call: string }[];
  way: { byRequest: boolean };
  abort: AbortController;
  /** The next posting is answered by the test. */
  hold(): PromiseWithResolvers<Receipt>;
}

function testOutbox(name: string, test: (world: World) => Promise<void>) {
  Deno.test(name, async () => {
    using time = new FakeTime();
    const abort = new AbortController();
    const sent: World["sent"] = [];
    const way = { byRequest: true };
    let held: PromiseWithResolvers<Receipt> | undefined;
    const outbox = createOutbox({
      send(messages, call) {
        sent.push({ messages, call });
        const answer = held?.promise ?? Promise.resolve(RECEIPT);
        held = undefined;
        return answer;
      },
      isByRequest: () => way.byRequest,
      abort: abort.signal,
    });
    await test({ time, outbox, sent, way, abort, hold: () => held = Promise.withResolvers<Receipt>() });
    await time.runMicrotasks();
    assertEquals(time.next(), false);
  });
}

function candidate(port: number): Message {
  return { type: "candidate", candidate: { candidate: `candidate:1 1 udp 2113937151 192.0.2.1 ${port} typ host` } };
}

/** The messages of each posting: a candidate's port, or the type. */
function show(sent: World["sent"]): string[] {
  return sent.map(({ messages }) =>
    messages.map((it) => it.type === "candidate" ? it.candidate.candidate.split(" ")[5] : it.type).join(" ")
  );
}

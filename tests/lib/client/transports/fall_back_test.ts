import type { Happening } from "@/lib/client/mod.ts";
import { Interrupted, Refused, Unreachable } from "@/lib/client/signaling_error.ts";
import { createWire } from "@/lib/client/transports/fall_back.ts";
import type { Cursor, Line, Listener, News, Posting, TransportName } from "@/lib/client/transports/transport.ts";
import { assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { FakeTime } from "@std/testing/time";

const CUT = new Interrupted("Cut");
const RECEIPT = { call: `"o"`, ttlMs: 1_000 };

testWire("a line that never opens is followed by the next one at once", async ({ start, lines, time, used }) => {
  start();
  lines[0]!.end(CUT);
  await time.runMicrotasks();
  lines[1]!.end(CUT);
  await time.runMicrotasks();
  assertEquals([lines[0]!.hearings.length, lines[1]!.hearings.length, lines[2]!.hearings.length], [1, 1, 1]);
  assertEquals(used, ["event-stream", "long-poll"]);
});

testWire("a line that is cut soon gets a second chance, and no third", async ({ start, lines, time, used }) => {
  start();
  for (let cut = 0; cut < 2; cut++) {
    lines[0]!.listener.opened();
    lines[0]!.end(CUT);
    await time.tickAsync(250);
  }
  assertEquals([lines[0]!.hearings.length, lines[1]!.hearings.length], [2, 1]);
  assertEquals(used, ["event-stream"]);
});

testWire("a line that holds for 10 s may be cut for ever", async ({ start, lines, time, used }) => {
  start();
  for (let cut = 0; cut < 20; cut++) {
    lines[0]!.listener.opened();
    await time.tickAsync(10_000);
    lines[0]!.end(CUT);
    await time.tickAsync(0);
  }
  assertEquals([lines[0]!.hearings.length, used], [21, []]);
});

testWire("nothing is lost or doubled when a line is cut, or another one is taken", async ({ start, lines, time }) => {
  const { heard } = start();
  lines[0]!.listener.opened();
  lines[0]!.listener.heard(said(`"o"`, 1, 2));
  lines[0]!.end(CUT);
  await time.tickAsync(250);
  assertEquals(lines[0]!.cursor, { call: `"o"`, after: 2 });
  lines[0]!.listener.heard(said(`"o"`, 2, 3));
  lines[0]!.listener.heard(said(`"o"`, 3));
  lines[0]!.end(CUT);
  await time.runMicrotasks();
  assertEquals(lines[1]!.cursor, { call: `"o"`, after: 3 });
  lines[1]!.listener.heard(said(`"o"`, 4));
  lines[1]!.listener.heard(said(`"n"`, 1));
  lines[1]!.listener.heard({ ...said(`"n"`, 1), reset: true });
  assertEquals(heard.map(({ call, messages }) => [call, ...messages.map(({ seq }) => seq)]), [
    [`"o"`, 1, 2],
    [`"o"`, 3],
    [`"o"`, 4],
    [`"n"`, 1],
    [`"n"`, 1],
  ]);
});

testWire("where no line works the server is away: tried again with pauses, then given up", async (world) => {
  const { start, lines, time, used } = world;
  const { end } = start();
  lines.forEach((line) => line.fails = true);
  lines[0]!.end(CUT);
  const startedAt = Date.now();
  while (await time.nextAsync());
  assertEquals((await end)?.constructor, Unreachable);
  assertEquals(lines.map(({ hearings }) => hearings.length), [8, 8, 8]);
  assertEquals(used.slice(0, 3), ["event-stream", "long-poll", "websocket"]);
  // Half of 0.25, 0.5, 1, 2, 4, 8 and 8 s: the spread's lower end.
  assertEquals(Date.now() - startedAt, 11_875);
});

testWire("a call that is over ends it", async ({ start, lines }) => {
  const { end } = start();
  const over = new Refused("call-ended", "Cannot read on");
  lines[0]!.end(over);
  assertEquals(await end, over);
});

testWire("a line that comes upon another call asks for its own by name", async ({ start, lines, wire, time }) => {
  const { heard } = start();
  lines[0]!.listener.opened();
  lines[0]!.listener.heard(said(`"old"`, 1));
  wire.follow(`"mine"`);
  lines[0]!.listener.heard(said(`"mine"`, 1));
  lines[0]!.listener.heard(said(`"other"`, 1));
  await time.runMicrotasks();
  assertEquals(heard.map(({ call }) => call), [`"old"`, `"mine"`]);
  assertEquals([lines[0]!.hearings.length, lines[0]!.cursor], [2, { call: `"mine"`, after: 1 }]);
});

testWire("what is said goes over the line that hears, else by POST", async ({ start, lines, wire, posted, time }) => {
  await wire.say({ messages: [], call: "" });
  assertEquals([posted.length, lines[0]!.said.length], [1, 0]);
  start();
  await wire.say({ messages: [], call: "" });
  assertEquals([posted.length, lines[0]!.said.length], [1, 1]);
  lines[0]!.end(CUT);
  await time.runMicrotasks();
  await wire.say({ messages: [], call: "" });
  assertEquals([posted.length, lines[0]!.said.length], [2, 1]);
  assertEquals(new Set([...posted, ...lines[0]!.said].map(({ key }) => key)).size, 3);
});

testWire("what a cut line may have taken is said again with the same key", async ({ start, lines, wire, posted }) => {
  start();
  lines[0]!.refuses = CUT;
  assertEquals(await wire.say({ messages: [], call: `"o"` }), RECEIPT);
  assertEquals(posted, lines[0]!.said);
  lines[0]!.refuses = new Refused("answer-taken", "Cannot answer");
  await assertRejects(() => wire.say({ messages: [], call: `"o"` }), Refused);
  assertNotEquals(posted.length, lines[0]!.said.length);
});

testWire(
  "a wire notes what it asks, hears and says, cuts and refusals too",
  async ({ lines, wire, noted, start, time }) => {
    start();
    lines[0]!.listener.asked();
    lines[0]!.listener.opened();
    lines[0]!.listener.heard(said(`"o"`, 1, 2));
    lines[0]!.listener.heard(said(`"o"`, 1, 2));
    lines[0]!.listener.nothing();
    await wire.say({ messages: [{ type: "bye" }], call: `"o"` });
    lines[0]!.refuses = new Refused("answer-taken", "Cannot answer");
    await assertRejects(() => wire.say({ messages: [], call: `"o"` }), Refused);
    lines[0]!.end(CUT);
    await time.runMicrotasks();
    const via = "websocket";
    const { messages } = said(`"o"`, 1, 2);
    assertEquals(noted, [
      { type: "asked", via },
      { type: "heard", via, call: `"o"`, messages, reset: false },
      { type: "nothing", via },
      { type: "said", via, id: 1, messages: [{ type: "bye" }] },
      { type: "taken", id: 1 },
      { type: "said", via, id: 2, messages: [] },
      { type: "refused", id: 2, code: "answer-taken", detail: "Cannot answer" },
      { type: "cut", via, detail: CUT.message },
    ]);
  },
);

interface World {
  time: FakeTime;
  lines: FakeLine[];
  wire: ReturnType<typeof createWire>;
  /** The transports that were taken after the first. */
  used: TransportName[];
  posted: Posting[];
  noted: Happening[];
  start(): { heard: News[]; end: Promise<Error | undefined> };
}

class FakeLine implements Line {
  readonly hearings: { cursor: Cursor; listener: Listener; end: (error: unknown) => void }[] = [];
  readonly said: Posting[] = [];
  fails = false;
  refuses: Error | undefined;
  readonly say?: (posting: Posting) => Promise<typeof RECEIPT>;

  constructor(readonly name: TransportName) {
    if (name !== "websocket") return;
    this.say = (posting) => {
      this.said.push(posting);
      return this.refuses === undefined ? Promise.resolve(RECEIPT) : Promise.reject(this.refuses);
    };
  }

  hear(cursor: Cursor, listener: Listener, abort: AbortSignal): Promise<never> {
    const { promise, reject } = Promise.withResolvers<never>();
    this.hearings.push({ cursor, listener, end: reject });
    abort.addEventListener("abort", () => reject(abort.reason));
    if (this.fails) reject(CUT);
    return promise;
  }

  get cursor() {
    return this.hearings.at(-1)!.cursor;
  }

  get listener() {
    return this.hearings.at(-1)!.listener;
  }

  end(error: unknown) {
    this.hearings.at(-1)!.end(error);
  }
}

function testWire(name: string, test: (world: World) => Promise<void>) {
  Deno.test(name, async () => {
    using time = new FakeTime();
    const lines = (["websocket", "event-stream", "long-poll"] as const).map((name) => new FakeLine(name));
    const used: TransportName[] = [];
    const posted: Posting[] = [];
    const noted: Happening[] = [];
    const note = (happening: Happening) => noted.push(happening);
    const post = (posting: Posting) => {
      posted.push(posting);
      return Promise.resolve(RECEIPT);
    };
    const wire = createWire({ lines, post, now: Date.now, random: () => 0, onTransport: (it) => used.push(it), note });
    const abort = new AbortController();
    const start = () => {
      const heard: News[] = [];
      const end = wire.hear("", (news) => heard.push(news), abort.signal).catch((error) => error);
      return { heard, end };
    };
    await test({ time, lines, wire, used, posted, noted, start });
    abort.abort();
    await time.runMicrotasks();
    assertEquals(time.next(), false);
  });
}

function said(call: string, ...seqs: number[]): News {
  return { call, messages: seqs.map((seq) => ({ seq, type: "bye" })), next: seqs.at(-1) ?? 0 };
}

import { createEventStreamLine } from "@/lib/client/transports/event_stream.ts";
import { assert, assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { json, problem, type Scripted, scriptFetch } from "../scripted_fetch.ts";
import { listenTo } from "./listening.ts";

const HELLO = ": toucan\nretry: 500\n\n";

testStream("an event stream hears from the cursor on, and names the call by each id", async ({ open, time }) => {
  const { listening, requests, body } = open({ call: `"o"`, after: 2 });
  await time.runMicrotasks();
  assertEquals(listening.opened, 0);
  body.write(HELLO);
  body.write(`data: {"seq":3,"type":"bye"}\nid: "o".3\n\n`);
  body.write(`event: reset\ndata: "n"\n\ndata: {"seq":1,"type":"bye"}\nid: "n".1\n\ndata: nonsense\n\n`);
  await time.runMicrotasks();
  assertEquals(listening.opened, 1);
  assertEquals(listening.news, [
    { call: `"o"`, messages: [{ seq: 3, type: "bye" }], next: 3 },
    { call: `"n"`, messages: [{ seq: 1, type: "bye" }], next: 1, reset: true },
  ]);
  assertEquals(requests[0]?.line, "GET /rooms/tea/messages?to=callee&after=2&call=%22o%22");
  assertEquals(requests[0]?.headers.get("accept"), "text/event-stream");
  listening.abort.abort("Hung up");
  assertEquals(await listening.end, "Hung up");
});

testStream("an event stream that something holds back is given up after 1.5 s", async ({ open, time }) => {
  const { listening, requests } = open();
  await time.tickAsync(1_500);
  await assertEnd(listening, "Interrupted", "The stream is silent");
  assertEquals(requests[0]?.init.signal?.aborted, true);
});

testStream("an event stream without a sign of life for 40 s is dead", async ({ open, time }) => {
  const { listening, requests, body } = open();
  for (let beats = 0; beats < 3; beats++) {
    body.write(": still here\n\n");
    await time.runMicrotasks();
    await time.tickAsync(39_000);
  }
  assertEquals(requests[0]?.init.signal?.aborted, false);
  await time.tickAsync(1_000);
  await assertEnd(listening, "Interrupted", "The stream is silent");
});

testStream("an event stream that ends is cut", async ({ open, time }) => {
  const { listening, body } = open();
  body.write(HELLO);
  await time.runMicrotasks();
  body.close();
  await assertEnd(listening, "Interrupted", "The stream was cut");
});

testStream("an event stream that breaks is cut", async ({ open, time }) => {
  const { listening, body } = open();
  body.write(HELLO);
  await time.runMicrotasks();
  body.fail(new TypeError("network error"));
  await assertEnd(listening, "Interrupted", "network error");
});

testStream("an event stream says what became of the call", async ({ open }) => {
  const { listening, body } = open();
  body.write(`${HELLO}event: problem\ndata: {"type":"/problems#call-ended","detail":"Cannot read on"}\n\n`);
  await assertEnd(listening, "Refused", "Cannot read on");
});

for (
  const [what, answer, name, detail] of [
    ["that is refused because the call is over", problem("expired"), "Refused", "Cannot: expired"],
    ["that the server has too many of", problem("too-many-waiting"), "Interrupted", "too-many-waiting"],
    ["in whose place a page comes", new Response("<h1>Blocked</h1>"), "Interrupted", "no problem known"],
    ["in whose place other JSON comes", json({ messages: [] }), "Interrupted", "no problem known"],
    ["that never gets anywhere", "network error", "Interrupted", "Failed to fetch"],
  ] as [string, Scripted, string, string][]
) {
  testStream(`an event stream ${what} ends as ${name}`, async ({ ask }) => {
    await assertEnd(ask(answer).listening, name, detail);
  });
}

interface World {
  time: FakeTime;
  ask(
    ...script: Scripted[]
  ): { listening: ReturnType<typeof listenTo>; requests: ReturnType<typeof scriptFetch>["requests"] };
  open: ReturnType<typeof opener>;
}

function testStream(name: string, test: (world: World) => Promise<void>) {
  Deno.test(name, async () => {
    using time = new FakeTime();
    await test({ time, ask: (answer) => askWith(answer!), open: opener() });
    assertEquals(time.next(), false);
  });
}

function askWith(answer: Scripted, cursor = { call: "", after: 0 }) {
  const { fetch, requests } = scriptFetch(answer);
  return {
    listening: listenTo(createEventStreamLine({ base: "/rooms/tea", role: "callee", fetch }), cursor),
    requests,
  };
}

/** Opens a stream whose body the test writes. */
function opener() {
  return (cursor?: { call: string; after: number }) => {
    const encoder = new TextEncoder();
    let controller: ReadableStreamDefaultController<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>({ start: (it) => void (controller = it) });
    const headers = { "content-type": "text/event-stream" };
    const body = {
      write: (text: string) => controller.enqueue(encoder.encode(text)),
      close: () => controller.close(),
      fail: (error: Error) => controller.error(error),
    };
    return { ...askWith(() => Promise.resolve(new Response(stream, { headers })), cursor), body };
  };
}

async function assertEnd({ end }: { end: Promise<unknown> }, name: string, detail: string) {
  const error = await end;
  assert(error instanceof Error, String(error));
  assertEquals(error.name, name);
  assert(error.message.includes(detail), error.message);
}

import { Interrupted, Refused } from "@/lib/client/signaling_error.ts";
import { createWebSocketLine } from "@/lib/client/transports/web_socket.ts";
import { assert, assertEquals, assertInstanceOf, assertRejects } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { fakeSockets } from "./fake_socket.ts";
import { listenTo } from "./listening.ts";

const NOW = Date.UTC(2026, 0, 1);
const OFFER = { seq: 1, type: "offer", sdp: "v=0" } as const;
const POSTING = { messages: [{ type: "bye" }], call: `"o"`, key: "k" } as const;

testLine("a WebSocket hears from the cursor on", ({ line, sockets }) => {
  const { news } = listenTo(line, { call: `"o"`, after: 3 });
  assertEquals(sockets[0]!.path, "/rooms/tea/messages?to=callee&after=3&call=%22o%22");
  sockets[0]!.open();
  sockets[0]!.receive({ messages: [OFFER], next: 1, call: `"o"` });
  sockets[0]!.receive("no JSON at all { but a number of words");
  assertEquals(news, [{ messages: [OFFER], next: 1, call: `"o"` }]);
});

testLine("a WebSocket says what waited for it to open, and pairs answers by their id", async ({ line, sockets }) => {
  const listening = listenTo(line);
  const first = line.say!(POSTING);
  const second = assertRejects(() => line.say!({ ...POSTING, call: "" }), Refused, "Cannot: too many");
  assertEquals([sockets[0]!.sent.length, listening.opened], [0, 0]);
  sockets[0]!.open();
  assertEquals(listening.opened, 1);
  const [one, other] = sockets[0]!.sent;
  assertEquals(one, { id: one!.id, key: "k", call: `"o"`, messages: [{ type: "bye" }] });
  assertEquals("call" in other!, false);
  sockets[0]!.receive({ type: "/problems#too-many-candidates", detail: "Cannot: too many", id: other!.id });
  const expiresAt = new Date(NOW + 60_000).toISOString();
  sockets[0]!.receive({ type: "ack", id: one!.id, call: `"o"`, next: 1, expiresAt });
  assertEquals(await first, { call: `"o"`, ttlMs: 60_000 });
  await second;
});

testLine(
  "a WebSocket trusts the server on how long the call lives, not the clocks",
  async ({ line, sockets }) => {
    listenTo(line);
    const said = line.say!(POSTING);
    sockets[0]!.open();
    const expiresAt = new Date(NOW - 3_600_000).toISOString();
    sockets[0]!.receive({ type: "ack", id: sockets[0]!.sent[0]!.id, call: `"o"`, next: 1, expiresAt, ttlMs: 540_000 });
    assertEquals(await said, { call: `"o"`, ttlMs: 540_000 });
  },
);

testLine("a WebSocket that is refused fails at once, and with it what was to be said", async ({ line, sockets }) => {
  const { end } = listenTo(line);
  const said = assertRejects(() => line.say!(POSTING), Interrupted);
  sockets[0]!.cut();
  assertInstanceOf(await end, Interrupted);
  await said;
});

testLine("a WebSocket that isn't open after 1.5 s is given up", async ({ line, sockets, time }) => {
  const { end } = listenTo(line);
  await time.tickAsync(1_500);
  assertInstanceOf(await end, Interrupted);
  assertEquals(sockets[0]!.readyState, WebSocket.CLOSED);
});

testLine("a WebSocket that acknowledges nothing for 10 s is dead", async ({ line, sockets, time }) => {
  const { end } = listenTo(line);
  sockets[0]!.open();
  const said = assertRejects(() => line.say!(POSTING), Interrupted, "Not acknowledged");
  await time.tickAsync(10_000);
  assertInstanceOf(await end, Interrupted);
  await said;
});

testLine("a WebSocket without a word for two minutes is opened anew", async ({ line, sockets, time }) => {
  const { end } = listenTo(line);
  sockets[0]!.open();
  await time.tickAsync(119_000);
  sockets[0]!.receive({ messages: [OFFER], next: 1, call: `"o"` });
  await time.tickAsync(119_000);
  assertEquals(sockets[0]!.readyState, WebSocket.OPEN);
  await time.tickAsync(1_000);
  assertInstanceOf(await end, Interrupted);
});

for (
  const [code, name] of Object.entries({
    "call-ended": "Refused",
    "offer-replaced": "Refused",
    "too-many-waiting": "Interrupted",
    "shutting-down": "Interrupted",
  })
) {
  testLine(`a WebSocket that says ${code} ends as ${name}`, async ({ line, sockets }) => {
    const { end } = listenTo(line);
    sockets[0]!.open();
    sockets[0]!.receive({ type: `/problems#${code}`, detail: "Cannot read on" });
    const error = await end;
    assert(error instanceof Error);
    assertEquals(error.name, name);
  });
}

testLine("a WebSocket is closed with the attempt", async ({ line, sockets }) => {
  const { end, abort } = listenTo(line);
  sockets[0]!.open();
  abort.abort("Hung up");
  assertEquals([await end, sockets[0]!.readyState], ["Hung up", WebSocket.CLOSED]);
});

testLine("a browser that forbids a WebSocket has another transport", async ({ time }) => {
  const createSocket = () => {
    throw new DOMException("The policy forbids it", "SecurityError");
  };
  const { end } = listenTo(createWebSocketLine({ base: "", role: "caller", createSocket, now: () => NOW }));
  assertInstanceOf(await end, Interrupted);
  assertEquals(time.next(), false);
});

interface World extends ReturnType<typeof fakeSockets> {
  line: ReturnType<typeof createWebSocketLine>;
  time: FakeTime;
}

function testLine(name: string, test: (world: World) => void | Promise<void>) {
  Deno.test(name, async () => {
    using time = new FakeTime(NOW);
    const fakes = fakeSockets();
    const { createSocket } = fakes;
    const line = createWebSocketLine({ base: "/rooms/tea", role: "callee", createSocket, now: () => NOW });
    await test({ ...fakes, line, time });
    fakes.sockets.forEach((socket) => socket.cut());
    await time.runMicrotasks();
    assertEquals(time.next(), false);
  });
}

import { assert, assertEquals, assertLess } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { oneChat } from "./two_chats.ts";

const KIB = 1024;

Deno.test("absurd counts change nothing", () => {
  using _time = new FakeTime();
  const { side, tell } = oneChat();
  tell({ type: "hello", again: true });
  side.chat.send("one");
  side.chat.send("two");
  const before = side.changes();
  for (const count of [0, -1, 0.5, 3, 1e308, Number.MAX_SAFE_INTEGER, "2", null, [2]]) {
    tell({ type: "received", count });
  }
  assertEquals(side.shown(), ["me: one", "me: two"]);
  assertEquals(side.changes(), before);
  tell({ type: "received", count: 2 });
  tell({ type: "received", count: 1 });
  assertEquals(side.shown(), ["me: one ✓", "me: two ✓"]);
});

Deno.test("a goodbye after more messages than ever come ends nothing by itself", () => {
  using _time = new FakeTime();
  const { side, channels, tell } = oneChat();
  tell({ type: "bye", sent: Number.MAX_SAFE_INTEGER });
  channels.chat.receive("still here");
  assertEquals(side.events.map(({ type }) => type), ["channel-open"]);
  channels.chat.closed();
  assertEquals(side.events.at(-1), { type: "channel-closed" });
});

Deno.test("absurd announcements change nothing", () => {
  using _time = new FakeTime();
  const { side, channels, tell } = oneChat();
  ["one", "two", "three"].forEach((text) => channels.chat.receive(text));
  const numbers = [0, -1, 1.5, 1, 1e308, Number.MAX_SAFE_INTEGER, "2", null, {}];
  for (const first of numbers) {
    for (const parts of numbers) tell({ type: "long", first, parts });
  }
  tell({ type: "long" });
  channels.chat.receive("four");
  assertEquals(side.shown(), ["them: one", "them: two", "them: three", "them: four"]);
});

Deno.test("a string belongs to one message only", () => {
  using _time = new FakeTime();
  const { side, channels, tell } = oneChat();
  tell({ type: "long", first: 1, parts: 3 });
  tell({ type: "long", first: 1, parts: 2 });
  tell({ type: "long", first: 3, parts: 2 });
  ["a", "b", "c", "d"].forEach((text) => channels.chat.receive(text));
  tell({ type: "long", first: 2, parts: 2 });
  assertEquals(side.shown(), ["them: abc", "them: d"]);
});

Deno.test("parts that never come leave a message that says so", () => {
  using _time = new FakeTime();
  const { side, channels, tell } = oneChat();
  tell({ type: "long", first: 1, parts: 5 });
  channels.chat.receive("only this ");
  channels.chat.receive("and that");
  assertEquals(side.messages().map(({ text, missing }) => [text, missing]), [["only this and that", 3]]);
});

Deno.test("no message grows beyond 1 MiB, and nothing is lost for it", () => {
  using _time = new FakeTime();
  const { side, channels, tell } = oneChat();
  tell({ type: "long", first: 1, parts: 30 });
  const text = "x".repeat(256 * KIB);
  for (let count = 0; count < 6; count++) channels.chat.receive(text);
  assertEquals(side.messages().map(({ text, missing }) => [text.length / KIB, missing]), [
    [1024, undefined],
    [256, undefined],
    [256, undefined],
  ]);
  // Nor where they are announced afterwards.
  const late = oneChat();
  for (let count = 0; count < 6; count++) late.channels.chat.receive(text);
  late.tell({ type: "long", first: 1, parts: 6 });
  assertEquals(late.side.messages().length, 6);
});

Deno.test("a million control messages take no room and no drawing", () => {
  using time = new FakeTime();
  const { side, channels, tell } = oneChat();
  tell({ type: "hello", again: false });
  side.chat.send("mine");
  const noise = [
    { type: "received", count: 7 },
    { type: "typing" },
    { type: "long", first: 1_000, parts: 2 },
    { type: "hello", again: false },
  ].map((message) => JSON.stringify(message));
  const [sent, changes] = [channels.control.sent.length, side.changes()];
  for (let count = 0; count < 250_000; count++) noise.forEach((text) => channels.control.receive(text));
  assertLess(channels.control.sent.length - sent, 20);
  assertEquals(side.changes(), changes);
  assertEquals(side.typing, [true]);
  for (let first = 2_000; first < 100_000; first += 2) tell({ type: "long", first, parts: 2 });
  assertEquals(side.shown(), ["me: mine"]);
  time.tick(6_000);
  assertEquals(side.typing, [true, false]);
  assertEquals(time.next(), false);
});

Deno.test("a side that writes without reading gets few receipts", () => {
  using _time = new FakeTime();
  const { channels, told } = oneChat();
  const receipts = () => told().filter(({ type }) => type === "received").map(({ count }) => count);
  channels.chat.receive("one");
  channels.control.bufferedAmount = 65_537;
  for (let count = 2; count <= 1_000; count++) channels.chat.receive("more");
  assertEquals(receipts(), [1]);
  channels.control.bufferedAmount = 0;
  channels.control.dispatchEvent(new Event("bufferedamountlow"));
  assertEquals(receipts(), [1, 1_000]);
  channels.control.dispatchEvent(new Event("bufferedamountlow"));
  assertEquals(receipts(), [1, 1_000]);
});

Deno.test("endless messages push out the oldest ones", () => {
  using _time = new FakeTime();
  const { side, channels } = oneChat();
  for (let count = 1; count <= 15_000; count++) channels.chat.receive(`${count}`);
  assert(side.messages().length <= 12_000);
  assertEquals(side.messages().at(-1)?.text, "15000");
  const text = "x".repeat(256 * KIB);
  for (let count = 1; count <= 200; count++) channels.chat.receive(text);
  const kept = side.messages().reduce((sum, { text }) => sum + text.length, 0);
  assert(kept <= 32 * KIB * KIB && side.messages().length > 100, `${kept}`);
});

import { assert, assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { FakeChannel } from "@/testing/fake_channel.ts";
import { testChat, twoChats } from "./two_chats.ts";

const NOW = Date.UTC(2026, 0, 1);

Deno.test("chat holds messages until the other side says hello, and loses none", async () => {
  using time = new FakeTime(NOW);
  const { a, b, channels } = twoChats();
  channels.a.chat.open();
  channels.a.control.open();
  assertEquals(a.chat.send("one"), { sent: true });
  a.chat.send("two");
  await time.runMicrotasks();
  assertEquals(channels.a.chat.sent, []);
  assertEquals(a.shown(), ["me: one", "me: two"]);
  channels.b.control.open();
  channels.b.chat.open();
  await time.runMicrotasks();
  a.chat.send("three");
  await time.runMicrotasks();
  assertEquals(b.shown(), ["them: one", "them: two", "them: three"]);
  assertEquals(a.shown(), ["me: one ✓", "me: two ✓", "me: three ✓"]);
});

Deno.test("chat answers a hello, so that a lost one costs no time", async () => {
  using time = new FakeTime(NOW);
  const { b, channels } = twoChats();
  channels.a.chat.open();
  // Said while the other end isn't open: lost.
  channels.a.control.open();
  await time.runMicrotasks();
  channels.b.chat.open();
  channels.b.control.open();
  b.chat.send("hi");
  await time.runMicrotasks();
  assertEquals(channels.b.chat.sent, ["hi"]);
  assertEquals(channels.a.control.sent.map((text) => JSON.parse(text)), [
    { type: "hello", again: false },
    { type: "hello", again: true },
    { type: "received", count: 1 },
  ]);
});

Deno.test("chat takes a message for a hello", async () => {
  using time = new FakeTime(NOW);
  const { a, channels } = twoChats();
  channels.a.chat.open();
  a.chat.send("held");
  channels.a.chat.receive("I am here");
  await time.runMicrotasks();
  assertEquals(channels.a.chat.sent, ["held"]);
});

Deno.test("chat waits at most a second for another program's hello", () => {
  using time = new FakeTime(NOW);
  const { a, channels } = twoChats();
  channels.a.chat.open();
  a.chat.send("held");
  time.tick(999);
  assertEquals(channels.a.chat.sent, []);
  time.tick(1);
  assertEquals(channels.a.chat.sent, ["held"]);
  a.chat.send("at once");
  assertEquals(channels.a.chat.sent, ["held", "at once"]);
  assertEquals(a.shown(), ["me: held", "me: at once"]);
});

Deno.test("chat leaves no timer behind", () => {
  using time = new FakeTime(NOW);
  const { a, channels } = twoChats();
  channels.a.chat.open();
  a.abort.abort();
  assertEquals(time.next(), false);
});

Deno.test("chat reports what happens to its channel, and takes one that is open already", () => {
  using _time = new FakeTime(NOW);
  const { a, channels } = twoChats();
  channels.a.chat.open();
  assertEquals(a.events, [{ type: "channel-open" }]);
  const late = testChat();
  const open = new FakeChannel("chat");
  open.open();
  late.chat.attach(open.asChannel);
  assertEquals(late.events, [{ type: "channel-open" }]);
  open.closed();
  assertEquals(late.events[1], { type: "channel-closed" });
});

Deno.test("chat leaves channels alone that aren't its own", () => {
  using _time = new FakeTime(NOW);
  const { a, channels } = twoChats();
  for (const label of ["file-1", "chat"]) {
    const other = new FakeChannel(label);
    a.chat.attach(other.asChannel);
    other.open();
  }
  assertEquals(a.events, []);
  channels.a.chat.open();
  assertEquals(a.events, [{ type: "channel-open" }]);
});

Deno.test("chat says goodbye after its last words have arrived", async () => {
  using time = new FakeTime(NOW);
  const { a, b, channels } = twoChats();
  channels.a.chat.open();
  channels.b.chat.open();
  channels.a.control.open();
  b.chat.send("held");
  b.chat.sayBye();
  channels.b.control.open();
  b.chat.sayBye();
  await time.runMicrotasks();
  assertEquals(a.shown(), ["them: held"]);
  assertEquals(a.events.at(-1), { type: "bye" });
});

Deno.test("chat waits for the last words where the goodbye is faster", () => {
  using _time = new FakeTime(NOW);
  const { a, channels } = twoChats();
  channels.a.chat.open();
  channels.a.control.open();
  channels.a.control.receive(JSON.stringify({ type: "bye", sent: 2 }));
  channels.a.chat.receive("one");
  assertEquals(a.events.filter(({ type }) => type === "bye"), []);
  channels.a.chat.receive("two");
  assertEquals(a.events.filter(({ type }) => type === "bye"), [{ type: "bye" }]);
});

Deno.test("chat passes over what it doesn't understand", () => {
  using _time = new FakeTime(NOW);
  const { a, channels } = twoChats();
  channels.a.chat.open();
  channels.a.control.open();
  a.chat.send("mine");
  for (const noise of ["", "null", "[]", "{", `{"type":"typing"}`, `{"type":"received","count":"9"}`, new Blob()]) {
    channels.a.control.receive(noise);
  }
  channels.a.chat.receive(new ArrayBuffer(3));
  assertEquals(a.shown(), ["me: mine"]);
});

Deno.test("chat gives a new list for each change, so that a page sees it", () => {
  using _time = new FakeTime(NOW);
  const { a, channels } = twoChats();
  channels.a.chat.open();
  channels.a.chat.receive("one");
  const before = a.messages();
  channels.a.chat.receive("two");
  assert(a.messages() !== before);
  assertEquals(before, [{ id: 1, from: "them", text: "one", at: NOW, delivered: true }]);
});

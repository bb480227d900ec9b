import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { oneChat, openChats } from "./two_chats.ts";

const KIB = 1024;

/** 64 KB and more of what is easily spoilt on its way. */
const LONG: Record<string, string> = {
  "emoji": "👩‍👩‍👧‍👦🦜🏴󠁧󠁢󠁥󠁮󠁧󠁿".repeat(2_000),
  "markup": `<script>alert("&amp;")</script><b>`.repeat(3_000),
  "control characters": "\u0000\u0007\r\n\t\u001b[31m".repeat(9_000),
  "right-to-left text": "שלום \u202eعالم\u202c ".repeat(5_000),
  "1 MiB": "é".repeat(512 * KIB),
};

for (const [name, text] of Object.entries(LONG)) {
  Deno.test(`a long message arrives as typed, and in one piece: ${name}`, async () => {
    using time = new FakeTime();
    const { a, b, channels } = openChats();
    a.chat.send("before");
    assertEquals(a.chat.send(text), { sent: true });
    a.chat.send("after");
    await time.runMicrotasks();
    assertEquals(b.messages().map((it) => [it.text === text, it.missing]), [
      [false, undefined],
      [true, undefined],
      [false, undefined],
    ]);
    assertEquals(a.messages().map(({ delivered }) => delivered), [true, true, true]);
    // What whoever isn't toucan reads: the same, one string after the other.
    assertEquals(channels.a.chat.sent.slice(1, -1).join(""), text);
    assertEquals(channels.a.chat.sent.every((part) => part.isWellFormed() && part.length <= 64 * KIB), true);
  });
}

Deno.test("a long message that is held arrives in one piece", async () => {
  using time = new FakeTime();
  const { side, channels, tell, told } = oneChat();
  side.chat.send("x".repeat(80 * KIB));
  assertEquals(channels.chat.sent, []);
  // The other side has spoken, and only then says hello.
  channels.chat.receive("hi");
  assertEquals(channels.chat.sent.map(({ length }) => length), [32 * KIB, 32 * KIB, 16 * KIB]);
  assertEquals(told().filter(({ type }) => type === "long"), []);
  tell({ type: "hello", again: true });
  assertEquals(told().filter(({ type }) => type === "long"), [{ type: "long", first: 1, parts: 3 }]);
  await time.runMicrotasks();
});

Deno.test("a long message is delivered when its last part is", () => {
  using _time = new FakeTime();
  const { side, tell } = oneChat();
  tell({ type: "hello", again: true });
  side.chat.send("short");
  side.chat.send("x".repeat(80 * KIB));
  const delivered = () => side.messages().map(({ delivered }) => delivered);
  tell({ type: "received", count: 3 });
  assertEquals(delivered(), [true, false]);
  tell({ type: "received", count: 4 });
  assertEquals(delivered(), [true, true]);
});

Deno.test("the goodbye counts parts, and waits for the last of them", async () => {
  using time = new FakeTime();
  const { a, b, channels } = openChats();
  await time.runMicrotasks();
  channels.a.chat.pause();
  a.chat.send("x".repeat(80 * KIB));
  a.chat.sayBye();
  await time.runMicrotasks();
  assertEquals(b.events.filter(({ type }) => type === "bye"), []);
  channels.a.chat.resume();
  await time.runMicrotasks();
  assertEquals(b.events.filter(({ type }) => type === "bye").length, 1);
  assertEquals(b.messages().map(({ text }) => text.length), [80 * KIB]);
});

Deno.test("parts are joined wherever their announcement comes between them", () => {
  const strings = ["before", "one ", "two ", "three", "after"];
  for (let told = 0; told <= strings.length; told++) {
    using _time = new FakeTime();
    const { side, channels, tell } = oneChat();
    strings.forEach((text, index) => {
      if (index === told) tell({ type: "long", first: 2, parts: 3 });
      channels.chat.receive(text);
    });
    if (told === strings.length) tell({ type: "long", first: 2, parts: 3 });
    assertEquals(side.shown(), ["them: before", "them: one two three", "them: after"], `told before string ${told}`);
    assertEquals(side.messages().map(({ missing }) => missing), [undefined, undefined, undefined]);
  }
});

Deno.test("several announcements may be ahead of their parts, and this side may write in between", () => {
  using _time = new FakeTime();
  const { side, channels, tell } = oneChat();
  tell({ type: "long", first: 1, parts: 2 });
  tell({ type: "long", first: 3, parts: 2 });
  tell({ type: "long", first: 6, parts: 2 });
  channels.chat.receive("a");
  assertEquals(side.messages().map(({ text, missing }) => [text, missing]), [["a", 1]]);
  side.chat.send("mine");
  ["b", "c", "d", "alone", "e", "f"].forEach((text) => channels.chat.receive(text));
  assertEquals(side.shown(), ["them: ab", "me: mine", "them: cd", "them: alone", "them: ef"]);
});

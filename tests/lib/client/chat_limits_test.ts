import { type ChatMessage, createChat, type SendResult } from "@/lib/client/chat.ts";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { FakeChannel } from "@/testing/fake_channel.ts";

const KIB_64 = 65_536;

Deno.test("send() says in words that no one is connected", () => {
  const { chat, channel } = setUp();
  assertProblem(chat.send("hello"), "nobody is connected");
  channel.close();
  assertProblem(chat.send("hello"), "nobody is connected");
});

Deno.test("send() refuses an empty message", () => {
  using _time = new FakeTime();
  const { chat, channel } = setUp();
  channel.open();
  assertProblem(chat.send(""), "there is nothing in it");
  assertProblem(chat.send(" \n "), "there is nothing in it");
});

Deno.test("send() takes 1 MiB of UTF-8 and not a byte more", () => {
  using _time = new FakeTime();
  const { chat, channel } = setUp();
  channel.open();
  assertEquals(chat.send("é".repeat(8 * KIB_64)), { sent: true });
  assertProblem(chat.send("é".repeat(8 * KIB_64) + "."), "it takes 1048577 bytes, and 1048576 is the most");
});

Deno.test("send() gives a code with the values that belong to it", () => {
  using _time = new FakeTime();
  const { chat, channel } = setUp();
  const refused = (text: string) => {
    const result = chat.send(text);
    return result.sent ? undefined : [result.code, result.values];
  };
  assertEquals(refused("hello"), ["not-connected", undefined]);
  channel.open();
  assertEquals(refused(" "), ["empty", undefined]);
  assertEquals(refused("x".repeat(16 * KIB_64 + 1)), ["too-long", { bytes: 1_048_577, most: 1_048_576 }]);
  channel.bufferedAmount = 4 * 1024 * 1024;
  assertEquals(refused("."), ["too-much", undefined]);
});

Deno.test("send() keeps what was typed, and replaces what can't be written in UTF-8", () => {
  using time = new FakeTime();
  const { chat, channel, texts } = setUp();
  channel.open();
  time.tick(1_000);
  const typed = ["\u0000\u0007 \r\n\t", "\ufeffmark", "👩‍👩‍👧‍👦 עברית 中文", "half \ud83d of a pair"];
  typed.forEach((text) => assertEquals(chat.send(text), { sent: true }));
  const expected = [...typed.slice(0, 3), "half \ufffd of a pair"];
  assertEquals(channel.sent, expected);
  assertEquals(texts(), expected);
});

Deno.test("send() refuses more when too much is on its way", () => {
  using _time = new FakeTime();
  const { chat, channel, texts } = setUp();
  channel.open();
  const long = "x".repeat(KIB_64);
  for (let count = 0; count < 64; count++) assertEquals(chat.send(long), { sent: true });
  assertProblem(chat.send("."), "too much is still on its way");
  assertEquals(texts().length, 64);
});

Deno.test("send() goes by what the channel still has to send", () => {
  using time = new FakeTime();
  const { chat, channel } = setUp();
  channel.open();
  time.tick(1_000);
  channel.bufferedAmount = 4 * 1024 * 1024;
  assertProblem(chat.send("."), "too much is still on its way");
  channel.bufferedAmount = 0;
  assertEquals(chat.send("."), { sent: true });
});

Deno.test("send() survives a browser that refuses", () => {
  using time = new FakeTime();
  const { chat, channel, texts } = setUp();
  channel.open();
  channel.send = () => {
    throw new TypeError("Too long for the other side");
  };
  assertEquals(chat.send("held"), { sent: true });
  time.tick(1_000);
  assertProblem(chat.send("later"), "the other side's browser doesn't take it");
  assertEquals(texts(), ["held"]);
});

Deno.test("chat shows what others send beyond 64 KiB", () => {
  using _time = new FakeTime();
  const { channel, texts } = setUp();
  channel.open();
  const long = "x".repeat(4 * KIB_64);
  channel.receive(long);
  assertEquals(texts(), [long]);
});

function setUp() {
  let messages: readonly ChatMessage[] = [];
  const chat = createChat({
    report: () => {},
    onMessages: (next) => messages = next,
    now: Date.now,
    abort: new AbortController().signal,
  });
  const channel = new FakeChannel("chat");
  chat.attach(channel.asChannel);
  return { chat, channel, texts: () => messages.map(({ text }) => text) };
}

function assertProblem(result: SendResult, reason: string) {
  assertStringIncludes(result.sent ? "sent" : result.problem, `Cannot send this message: ${reason}`);
}

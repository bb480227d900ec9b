import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { oneChat, openChats, twoChats } from "./two_chats.ts";

Deno.test("the other side sees typing until the message arrives", async () => {
  using time = new FakeTime();
  const { a, b } = openChats();
  await time.runMicrotasks();
  a.chat.typed();
  await time.runMicrotasks();
  assertEquals(b.typing, [true]);
  a.chat.send("done");
  await time.runMicrotasks();
  assertEquals(b.typing, [true, false]);
  a.chat.typed();
  await time.runMicrotasks();
  assertEquals([b.typing, a.typing], [[true, false, true], []]);
});

Deno.test("typing is announced every three seconds, and forgotten after six of silence", async () => {
  using time = new FakeTime();
  const { a, b, channels } = openChats();
  await time.runMicrotasks();
  const told = () => channels.a.control.sent.filter((text) => text.includes("typing")).length;
  for (let tenth = 0; tenth < 90; tenth++) {
    a.chat.typed();
    await time.tickAsync(100);
  }
  assertEquals(told(), 3);
  assertEquals(b.typing, [true]);
  await time.tickAsync(2_900);
  assertEquals(b.typing, [true]);
  await time.tickAsync(100);
  assertEquals(b.typing, [true, false]);
});

Deno.test("typing isn't announced to a side that hasn't said hello", () => {
  using _time = new FakeTime();
  const { side, channels, tell, told } = oneChat();
  side.chat.typed();
  channels.chat.receive("I am no toucan");
  side.chat.typed();
  assertEquals(told().filter(({ type }) => type === "typing"), []);
  tell({ type: "hello", again: true });
  side.chat.typed();
  assertEquals(told().filter(({ type }) => type === "typing"), [{ type: "typing", after: 0 }]);
});

Deno.test("typing that comes after its message isn't shown", () => {
  using _time = new FakeTime();
  const { side, channels, tell } = oneChat();
  channels.chat.receive("done");
  tell({ type: "typing", after: 0 });
  assertEquals(side.typing, []);
  tell({ type: "typing", after: 1 });
  assertEquals(side.typing, [true]);
});

Deno.test("typing leaves no timer behind", async () => {
  using time = new FakeTime();
  const { a, b } = openChats();
  await time.runMicrotasks();
  a.chat.typed();
  b.chat.typed();
  await time.runMicrotasks();
  a.abort.abort();
  b.abort.abort();
  a.chat.typed();
  assertEquals(time.next(), false);
});

Deno.test("typing before anything is open does nothing", () => {
  using time = new FakeTime();
  const { a, channels } = twoChats();
  a.chat.typed();
  assertEquals(channels.a.control.sent, []);
  assertEquals(time.next(), false);
});

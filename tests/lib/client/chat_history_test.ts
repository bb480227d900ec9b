import { type ChatMessage, createHistory, indexOfId } from "@/lib/client/chat_history.ts";
import { assertEquals, assertStrictEquals } from "@std/assert";

Deno.test("a history gives each message an id, and never changes a list that it has given", () => {
  const { history, lists } = setUp();
  assertEquals([history.add({ from: "me", text: "a" }), history.add({ from: "them", text: "b" })], [1, 2]);
  history.replace([1], (message) => ({ ...message, delivered: true }));
  history.remove([2]);
  assertEquals(lists.map((list) => list.map(({ text, delivered }) => `${text}${delivered ? "+" : "-"}`).join(" ")), [
    "a-",
    "a- b+",
    "a+ b+",
    "a+",
  ]);
  assertStrictEquals(lists[1]![1], lists[2]![1]);
});

Deno.test("a history finds messages between those that were taken out", () => {
  const { history, lists } = setUp();
  for (const text of "abcdefgh") history.add({ from: "me", text });
  history.remove([2, 3, 7]);
  history.replace([1, 3, 6, 8, 99], (message) => ({ ...message, text: message.text.toUpperCase() }));
  assertEquals(lists.at(-1)?.map(({ text }) => text).join(""), "AdeFH");
  assertEquals([0, 1, 2, 4, 7, 8, 9].map((id) => indexOfId(lists.at(-1)!, id)), [0, 0, 1, 1, 4, 4, 5]);
});

Deno.test("a history that is full lets a tenth go", () => {
  const { history, lists } = setUp({ messages: 20, chars: 1_000 });
  for (let count = 1; count <= 21; count++) history.add({ from: "me", text: "x" });
  assertEquals(lists.at(-1)?.map(({ id }) => id), Array.from({ length: 18 }, (_, index) => index + 4));
  history.replace([1, 21], (message) => ({ ...message, delivered: true }));
  assertEquals(lists.at(-1)?.map(({ delivered }) => delivered).indexOf(true), 17);
});

Deno.test("a history counts characters, also of messages that grow or go", () => {
  const { history, lists } = setUp({ messages: 100, chars: 10 });
  const ids = () => lists.at(-1)?.map(({ id }) => id);
  for (const text of ["aaaa", "bbb", "ccc"]) history.add({ from: "them", text });
  assertEquals(ids(), [1, 2, 3]);
  history.replace([3], (message) => ({ ...message, text: "cccc" }));
  assertEquals(ids(), [2, 3]);
  history.remove([2]);
  history.add({ from: "them", text: "dddddd" });
  assertEquals(ids(), [3, 4]);
  history.add({ from: "them", text: "x".repeat(100) });
  assertEquals(ids(), [5]);
});

function setUp(limits?: { messages: number; chars: number }) {
  const lists: (readonly ChatMessage[])[] = [];
  const history = createHistory({
    onMessages: (messages) => lists.push(messages),
    now: () => 0,
    ...(limits === undefined ? {} : { limits }),
  });
  return { history, lists };
}

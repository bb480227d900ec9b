import { createUnread, messagesAfter } from "@/components/unread.ts";
import type { ChatMessage } from "@/lib/client/mod.ts";
import { assertEquals } from "@std/assert";

Deno.test("messages that come while the page is hidden are counted until it is shown", () => {
  const { unread, shown, away } = setUp();
  const messages = [message(1), message(2)];
  unread.take(messages);
  assertEquals(shown, []);
  away.is = true;
  unread.take([...messages, message(3), message(4, "me"), message(5)]);
  assertEquals(shown, [2]);
  unread.take([...messages, message(3), message(4, "me"), { ...message(5), text: "grown" }]);
  unread.take([...messages, message(6)]);
  assertEquals(shown, [2, 3]);
  unread.back();
  unread.back();
  assertEquals(shown, [2, 3, 0]);
});

Deno.test("another call's messages are counted from the first", () => {
  const { unread, shown, away } = setUp();
  unread.take([message(1), message(2), message(3)]);
  away.is = true;
  unread.take([]);
  unread.take([message(1)]);
  assertEquals(shown, [1]);
});

Deno.test("messagesAfter() gives new messages", () => {
  const messages = [message(2), message(5), message(9)];
  const ids = (id: number) => messagesAfter(messages, id).map(({ id }) => id);
  assertEquals([ids(0), ids(4), ids(5), ids(9), ids(12)], [[2, 5, 9], [5, 9], [9], [], [2, 5, 9]]);
});

function setUp() {
  const away = { is: false };
  const shown: number[] = [];
  return { away, shown, unread: createUnread({ isAway: () => away.is, show: (count) => shown.push(count) }) };
}

function message(id: number, from: ChatMessage["from"] = "them"): ChatMessage {
  return { id, from, text: "", at: 0, delivered: true };
}

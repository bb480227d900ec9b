import {
  follow,
  hasNewer,
  hasOlder,
  inWindow,
  type MessageWindow,
  newer,
  NEWEST,
  older,
} from "@/components/message_window.ts";
import type { ChatMessage } from "@/lib/client/mod.ts";
import { assertEquals, assertLessOrEqual } from "@std/assert";

Deno.test("a reader at the end sees the newest messages, and never more than 120", () => {
  let window = NEWEST;
  for (let count = 1; count <= 1_000; count++) {
    const messages = messagesTo(count);
    window = follow(messages, window, true);
    const ids = idsOf(messages, window);
    assertEquals(ids.at(-1), count);
    assertLessOrEqual(ids.length, 120);
    assertEquals(ids.length >= Math.min(count, 80), true);
    assertEquals(hasNewer(messages, window), false);
  }
});

Deno.test("new messages leave alone what a reader who has scrolled away sees", () => {
  let window = follow(messagesTo(1_000), NEWEST, true);
  const first = idsOf(messagesTo(1_000), window)[0];
  for (let count = 1_001; count <= 3_000; count++) {
    const messages = messagesTo(count);
    window = follow(messages, window, false);
    const ids = idsOf(messages, window);
    assertEquals(ids[0], first);
    assertLessOrEqual(ids.length, 120);
  }
  assertEquals(hasNewer(messagesTo(3_000), window), true);
  assertEquals(idsOf(messagesTo(3_000), follow(messagesTo(3_000), window, true)).at(-1), 3_000);
});

Deno.test("a reader gets to the first message and back to the newest, and what was at the edge stays", () => {
  const messages = messagesTo(1_000);
  let window = follow(messages, NEWEST, true);
  for (let steps = 0; hasOlder(messages, window); steps++) {
    const edge = idsOf(messages, window)[0]!;
    window = follow(messages, older(messages, window), false);
    assertEquals(idsOf(messages, window).includes(edge), true);
    assertLessOrEqual(steps, 25);
  }
  assertEquals(idsOf(messages, window)[0], 1);
  for (let steps = 0; hasNewer(messages, window); steps++) {
    const edge = idsOf(messages, window).at(-1)!;
    window = follow(messages, newer(messages, window), false);
    assertEquals(idsOf(messages, window).includes(edge), true);
    assertLessOrEqual(steps, 25);
  }
  assertEquals(idsOf(messages, window).at(-1), 1_000);
});

Deno.test("messages may leave the list, at its beginning and in between", () => {
  const messages = messagesTo(1_000);
  const window = older(messages, follow(messages, NEWEST, true));
  const few = messages.filter(({ id }) => id > 900 && id % 3 !== 0);
  assertEquals(idsOf(few, window), few.map(({ id }) => id).filter((id) => id >= window.first && id < window.end));
  assertEquals(idsOf(few, older(few, window))[0], 901);
  assertEquals(idsOf([], window), []);
});

const ALL = Array.from({ length: 3_000 }, (_, index): ChatMessage => {
  return { id: index + 1, from: "them", text: "", at: 0, delivered: true };
});

function messagesTo(count: number): readonly ChatMessage[] {
  return ALL.slice(0, count);
}

function idsOf(messages: readonly ChatMessage[], window: MessageWindow): number[] {
  return inWindow(messages, window).map(({ id }) => id);
}

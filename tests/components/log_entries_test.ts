import { assertEquals } from "@std/assert";
import { entriesIn } from "@/components/log_entries.ts";
import { NEWEST } from "@/components/message_window.ts";
import type { ChatMessage } from "@/lib/client/mod.ts";
import type { Transfer } from "@/lib/files/mod.ts";

/** Messages 1 to `count`, at 10, 20 and so on. */
function messages(count: number): ChatMessage[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    from: "me",
    text: "",
    at: 10 * (index + 1),
    delivered: true,
  }));
}

function transfer(at: number): Transfer {
  return { id: `t${at}`, direction: "in", name: "tea.txt", sizeBytes: 1, at, phase: "offered" };
}

const idsIn = (...args: Parameters<typeof entriesIn>) => entriesIn(...args).map((it) => (it.message ?? it.transfer).id);

Deno.test("entriesIn() puts each file between the messages of its time", () => {
  assertEquals(idsIn(messages(3), NEWEST, [5, 20, 25, 26, 40].map(transfer)), [
    ...["t5", 1, 2, "t20", "t25", "t26", 3, "t40"],
  ]);
  assertEquals(idsIn([], NEWEST, [transfer(5)]), ["t5"]);
  assertEquals(idsIn(messages(2), NEWEST, []), [1, 2]);
});

Deno.test("entriesIn() shows each file in exactly one of two windows side by side", () => {
  const transfers = [5, 25, 30, 35, 99].map(transfer);
  assertEquals(idsIn(messages(4), { first: 1, end: 3 }, transfers), ["t5", 1, 2, "t25"]);
  assertEquals(idsIn(messages(4), { first: 3, end: Infinity }, transfers), [3, "t30", "t35", 4, "t99"]);
});

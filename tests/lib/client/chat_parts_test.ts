import { MAX_MESSAGE_BYTES, MAX_PARTS, splitMessage } from "@/lib/client/chat_parts.ts";
import { utf8Length } from "@/lib/protocol/mod.ts";
import { assert, assertEquals, assertLessOrEqual } from "@std/assert";

Deno.test("splitMessage() leaves 64 KiB in one piece", () => {
  const text = "é".repeat(32_768);
  assertEquals(split(text), [text]);
  assertEquals(split(`${text}.`).length, 3);
});

Deno.test("splitMessage() cuts no character, at any offset", () => {
  for (const character of ["é", "न", "🦜", "\ufeff"]) {
    for (let shift = 0; shift < 4; shift++) {
      const text = "x".repeat(shift) + character.repeat(40_000);
      const parts = split(text);
      assertEquals(parts.join("") === text, true);
      for (const part of parts) {
        assertLessOrEqual(utf8Length(part), 32_768);
        assert(part.isWellFormed() && !part.includes("\ufffd"));
      }
    }
  }
});

Deno.test("splitMessage() cuts no word where that can be helped", () => {
  for (const gap of [" ", "\n"]) {
    const parts = split(`toucan${gap}`.repeat(20_000));
    assertEquals(parts.length, 5);
    assert(parts.every((part) => part.startsWith("toucan") && part.endsWith(gap)));
  }
});

Deno.test("splitMessage() makes no more parts than the other side joins", () => {
  const worst = [`${"x".repeat(31_744)} `, "x".repeat(31_744), "é"];
  for (const text of worst) {
    const long = text.repeat(MAX_MESSAGE_BYTES / utf8Length(text));
    assertLessOrEqual(split(long).length, MAX_PARTS);
  }
});

function split(text: string): string[] {
  return splitMessage(new TextEncoder().encode(text));
}

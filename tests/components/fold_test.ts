import { foldText } from "@/components/fold.ts";
import { assert, assertEquals } from "@std/assert";

Deno.test("foldText() leaves a text alone that takes no long scrolling", () => {
  const text = "x".repeat(6_000);
  assertEquals(foldText(text), { text, isFolded: false });
});

Deno.test("foldText() gives the beginning of a longer one, without half a character", () => {
  for (const before of ["", "x"]) {
    const { text, isFolded } = foldText(before + "🦜".repeat(5_000));
    assert(isFolded && text.isWellFormed() && text.endsWith("🦜…"));
    assert(text.length <= 3_001 && text.length >= 3_000);
  }
});

import { walk } from "@/components/ladder/walk.ts";
import { assertEquals } from "@std/assert";

Deno.test("walk() goes from arrow to arrow and stops at both ends", () => {
  const keys = [2, 5, 9];
  assertEquals(
    ["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "Home", "End", "x"].map((key) => walk(keys, 5, key)),
    [
      9,
      9,
      2,
      2,
      2,
      9,
      undefined,
    ],
  );
  assertEquals([walk(keys, 9, "ArrowDown"), walk(keys, 2, "ArrowUp"), walk([], 2, "End")], [
    undefined,
    undefined,
    undefined,
  ]);
});

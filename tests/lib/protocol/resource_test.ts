import { assertEquals } from "@std/assert";
import { LOBBY, parseRoomName, pathOf, SIDES } from "@/lib/protocol/mod.ts";

Deno.test("pathOf() puts the lobby at the root and every other room below its own address", () => {
  const tea = parseRoomName("tea");
  assertEquals([pathOf(LOBBY, ""), pathOf(LOBBY, "offer")], ["/", "/offer"]);
  assertEquals([pathOf(tea, ""), pathOf(tea, "answer-candidates")], ["/rooms/tea", "/rooms/tea/answer-candidates"]);
});

Deno.test("SIDES names each side's resources and its opposite", () => {
  for (const side of ["caller", "callee"] as const) {
    const { description, candidate, candidates, other } = SIDES[side];
    assertEquals([candidate, candidates], [`${description}-candidate`, `${description}-candidates`]);
    assertEquals(SIDES[other].other, side);
  }
  assertEquals([SIDES.caller.description, SIDES.callee.description], ["offer", "answer"]);
});

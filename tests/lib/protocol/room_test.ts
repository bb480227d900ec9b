import { assertEquals, assertThrows } from "@std/assert";
import { LOBBY, parseRoomName, Refusal, utf8Length } from "@/lib/protocol/mod.ts";

for (const name of ["a", "0", "Tea-at_5", "a".repeat(64), "lobby"]) {
  Deno.test(`parseRoomName() takes ${name}`, () => assertEquals(String(parseRoomName(name)), name));
}

for (const name of ["", "-a", "_a", "a b", "a/b", "a.b", "é", "a\n", "\na", "a".repeat(65)]) {
  Deno.test(`parseRoomName() refuses ${JSON.stringify(name)}`, () => {
    assertEquals(assertThrows(() => parseRoomName(name), Refusal).code, "invalid-room");
  });
}

Deno.test("LOBBY is a room's name as any", () => assertEquals(parseRoomName("lobby"), LOBBY));

Deno.test("utf8Length() counts bytes", () => {
  assertEquals(["", "a", "é", "€", "🦜", "\ud800"].map(utf8Length), [0, 1, 2, 3, 4, 3]);
});

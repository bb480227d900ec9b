import { assert, assertEquals, assertFalse, assertGreaterOrEqual } from "@std/assert";
import { parseRoomName } from "@/lib/protocol/mod.ts";
import { makeRoomName, pick, ROOM_NAME_BITS } from "@/lib/rooms/room_name.ts";
import { ROOM_WORDS } from "@/lib/rooms/room_words.ts";

/** Gives these numbers, one after another. */
function scripted(...numbers: number[]): () => Uint16Array {
  return () => Uint16Array.of(numbers.shift()!);
}

Deno.test("a random name holds at least 40 bits", () => {
  assertGreaterOrEqual(ROOM_NAME_BITS, 40);
  assertEquals(ROOM_NAME_BITS, Math.log2(new Set(ROOM_WORDS).size) * makeRoomName().split("-").length);
});

Deno.test("makeRoomName() joins the words that were drawn", () => {
  const [first, second] = ROOM_WORDS;
  const last = ROOM_WORDS.at(-1);
  assertEquals(makeRoomName(scripted(0, 1, 0xffff, 0)), `${first}-${second}-${last}-${first}`);
});

Deno.test("makeRoomName() makes another name each time, and each can be a room's", () => {
  const names = Array.from({ length: 1000 }, () => makeRoomName());
  assertEquals(new Set(names).size, names.length);
  for (const name of names) assertEquals(parseRoomName(name), name);
});

Deno.test("even the longest name can be a room's", () => {
  const longest = ROOM_WORDS.toSorted((a, b) => b.length - a.length)[0]!;
  const name = Array(4).fill(longest).join("-");
  assertEquals(parseRoomName(name), name);
});

Deno.test("pick() draws again what would favour the first", () => {
  // 65,536 is 6 times 10,000 and 5,536.
  assertEquals(pick(10_000, scripted(60_000, 65_535, 59_999)), 9_999);
  assertEquals(pick(10_000, scripted(10_000)), 0);
});

Deno.test("no two words sound the same by one slip: a letter more, less, other, or two swapped", () => {
  const words = new Set(ROOM_WORDS);
  for (const word of ROOM_WORDS) {
    for (const slip of slipsOf(word)) assertFalse(slip !== word && words.has(slip), `${word}, ${slip}`);
  }
});

Deno.test("words are of 3 to 8 small letters", () => {
  for (const word of ROOM_WORDS) assert(/^[a-z]{3,8}$/.test(word), word);
});

function* slipsOf(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    yield before + after.slice(1);
    yield before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
    for (const letter of "abcdefghijklmnopqrstuvwxyz") {
      yield before + letter + after;
      yield before + letter + after.slice(1);
    }
  }
}

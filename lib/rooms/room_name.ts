import { parseRoomName, type RoomName } from "../protocol/mod.ts";
import { ROOM_WORDS } from "./room_words.ts";

/** Words in a name. */
const WORDS_IN_NAME = 4;

/** The entropy of a name from {@linkcode makeRoomName}, in bits. */
export const ROOM_NAME_BITS = WORDS_IN_NAME * Math.log2(ROOM_WORDS.length);

/** Draws `count` uniform 16-bit numbers. */
export type Draw = (count: number) => Uint16Array;

/**
 * Makes a room name that no one guesses, from words that can be read aloud.
 *
 * @example
 * ```ts
 * import { makeRoomName } from "./room_name.ts";
 *
 * makeRoomName(); // such as "maple-toucan-drizzle-violin"
 * ```
 */
export function makeRoomName(draw: Draw = drawRandom): RoomName {
  return parseRoomName(
    Array.from({ length: WORDS_IN_NAME }, () => ROOM_WORDS[pick(ROOM_WORDS.length, draw)]).join("-"),
  );
}

/** Draws a uniform number below `size`: rejects numbers that would favour the first ones. */
export function pick(size: number, draw: Draw): number {
  const fair = 2 ** 16 - 2 ** 16 % size;
  for (;;) {
    const [drawn = fair] = draw(1);
    if (drawn < fair) return drawn % size;
  }
}

function drawRandom(count: number): Uint16Array {
  return crypto.getRandomValues(new Uint16Array(count));
}

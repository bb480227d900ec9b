import { parseRoomName, type RoomName } from "../protocol/mod.ts";
import { ROOM_WORDS } from "./room_words.ts";

/** How many words make a name. */
const WORDS_IN_NAME = 4;

/** What one cannot know of a name that {@linkcode makeRoomName} has made, in bits. */
export const ROOM_NAME_BITS = WORDS_IN_NAME * Math.log2(ROOM_WORDS.length);

/** Draws `count` times from the whole numbers of 16 bits, all of them equally likely. */
export type Draw = (count: number) => Uint16Array;

/**
 * Makes a name for a room that nobody else thinks of, of words that can be read to somebody.
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

/** One of the numbers below `size`, each as likely as any: what would favour the first of them is drawn again. */
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

import { Refusal } from "./refusal.ts";

/** A name two peers agree on. Only {@linkcode parseRoomName} creates one, so keys never contain anything else. */
export type RoomName = string & { readonly __brand: "RoomName" };

/** The room of the resources at the root. */
export const LOBBY = "lobby" as RoomName;

const ROOM_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * Parses untrusted text as a room's name.
 *
 * @throws {Refusal} `invalid-room`
 *
 * @example
 * ```ts
 * import { parseRoomName } from "./room.ts";
 *
 * parseRoomName("tea-at-5"); // "tea-at-5"
 * ```
 */
export function parseRoomName(text: string): RoomName {
  if (!isRoomName(text)) {
    throw new Refusal(
      "invalid-room",
      "Cannot use this room name: it takes 1 to 64 letters, digits, hyphens and underscores, and starts with a letter or digit",
    );
  }
  return text;
}

/** Whether untrusted text is a room's name. */
export function isRoomName(text: string): text is RoomName {
  return ROOM_NAME.test(text);
}

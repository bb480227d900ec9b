import { LOBBY, type RoomName } from "@/lib/protocol/mod.ts";

const KEY = "toucan-start";

/** Has the page of a room start by itself when this tab opens it, and again when it is reloaded. */
export function startIn(room: RoomName): void {
  try {
    sessionStorage.setItem(KEY, room);
  } catch {
    // Where the browser keeps nothing, the person presses the button.
  }
}

/** Whether this tab's page of a room starts by itself. */
export function startsIn(room: RoomName): boolean {
  try {
    return room !== LOBBY && sessionStorage.getItem(KEY) === room;
  } catch {
    return false;
  }
}

/** The person hung up: the next one to start is they. */
export function startNoMore(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Then nothing was kept either.
  }
}

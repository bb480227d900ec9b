/** Rooms that two people have to themselves: how they are named, and how one asks the other in. */
export * from "./invitation.ts";
export { makeRoomName, ROOM_NAME_BITS } from "./room_name.ts";

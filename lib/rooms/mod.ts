/** Private rooms: their names, and invitations to them. */
export * from "./invitation.ts";
export { makeRoomName, ROOM_NAME_BITS } from "./room_name.ts";

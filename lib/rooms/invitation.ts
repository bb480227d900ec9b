import { pathOf, type RoomName } from "../protocol/mod.ts";

/**
 * The link that asks somebody into a room as callee. It says so in the query: what looks at links on their way, such as
 * previews and redirects of chat apps, tends to drop fragments, and the server can draw the guest's page at once.
 */
export function invitationTo(room: RoomName, origin: string): string {
  return `${origin}${pathOf(room, "")}?as=callee`;
}

/** Whether a room's page was opened by an invitation. */
export function isInvited(query: URLSearchParams): boolean {
  return query.get("as") === "callee";
}

import { pathOf, type RoomName } from "../protocol/mod.ts";

/**
 * Returns a link that invites someone into a room as callee. The query says so rather than the fragment: link previews
 * and redirects of chat apps tend to drop fragments, and this way the server can render the guest's page.
 */
export function invitationTo(room: RoomName, origin: string): string {
  return `${origin}${pathOf(room, "")}?as=callee`;
}

/** Whether a page was opened by an invitation. */
export function isInvited(query: URLSearchParams): boolean {
  return query.get("as") === "callee";
}

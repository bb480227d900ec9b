import { LOBBY, type RoomName } from "./room.ts";

/** The two sides of a call: the caller offers, the callee answers. */
export type Side = "caller" | "callee";

/** A resource's name: the last segment of its path, `""` for the room itself. */
export type Resource =
  | ""
  | "offer"
  | "answer"
  | `${"offer" | "answer"}-candidate${"" | "s"}`
  | "messages";

/** The resources of each side, and the other side. */
export const SIDES = {
  caller: { description: "offer", candidate: "offer-candidate", candidates: "offer-candidates", other: "callee" },
  callee: { description: "answer", candidate: "answer-candidate", candidates: "answer-candidates", other: "caller" },
} as const satisfies Record<Side, Record<string, Resource | Side>>;

/** Returns the path of a room's resource; the lobby's are at the root. */
export function pathOf(room: RoomName, resource: Resource): string {
  const base = room === LOBBY ? "" : `/rooms/${room}`;
  return resource === "" ? base || "/" : `${base}/${resource}`;
}

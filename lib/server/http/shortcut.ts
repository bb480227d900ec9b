import { LOBBY, parseRoomName, type RoomName } from "../../protocol/mod.ts";
import type { ReadContext } from "./answers.ts";
import { apiAnswer, discardBody, problemAnswer } from "./response.ts";
import type { ApiState } from "../define.ts";
import { handlerOf, type ResourceHandler } from "./resources.ts";

/** A request, and what has been read of it. */
export type Target = Omit<ReadContext, "state">;

/** `/offer`, `/rooms/tea/offer` or `/rooms/tea`, spelled as plainly as that. */
const PLAIN = /^(?:\/rooms\/([A-Za-z0-9][\w-]{0,63}))?(?:\/([a-z-]+))?$/;

/**
 * Answers a request for a resource whose address is spelled plainly by the table of resources, without the framework's
 * router and its layers, which take longer than all else does; `undefined` is for the framework. That answers the same
 * by the routes of the same table, with the boundary around them: for other spellings, methods and pages.
 */
export function takeShortcut(
  target: Target,
  stateOf: (room: RoomName) => ApiState,
): Promise<Response> | undefined {
  const [, room, resource = ""] = PLAIN.exec(target.url.pathname) ?? [];
  const handler = handlerOf(resource, target.req.method);
  if (handler === undefined || (room ?? resource) === "") return undefined;
  return answerBy(handler, { ...target, state: stateOf(room === undefined ? LOBBY : parseRoomName(room)) });
}

async function answerBy(handler: ResourceHandler, ctx: ReadContext): Promise<Response> {
  try {
    return apiAnswer(await handler(ctx), ctx.state);
  } catch (error) {
    return problemAnswer(error, ctx.state);
  } finally {
    await discardBody(ctx.req);
  }
}

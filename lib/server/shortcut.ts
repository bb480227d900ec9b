import { LOBBY, parseRoomName, type RoomName } from "../protocol/mod.ts";
import type { ReadContext } from "./answers.ts";
import { apiAnswer, discardBody, problemAnswer } from "./api.ts";
import type { ApiState } from "./define.ts";
import { handlerOf, type ResourceHandler } from "./resources.ts";

/** `/offer`, `/rooms/tea/offer` or `/rooms/tea`, spelled as plainly as that; a query may follow. */
const PLAIN = /^https?:\/\/[^/?#]+(?:\/rooms\/([A-Za-z0-9][\w-]{0,63}))?(?:\/([a-z-]+))?(?:\?|$)/;

/**
 * Answers a request for a resource whose address is spelled plainly by the table of resources, without the framework's
 * router and its layers, which take longer than all else does; `undefined` is for the framework. That answers the same
 * by the routes of the same table, with the boundary around them: for other spellings, methods and pages.
 */
export function takeShortcut(
  req: Request,
  info: Deno.ServeHandlerInfo | undefined,
  stateOf: (room: RoomName) => ApiState,
): Promise<Response> | undefined {
  const [, room, resource = ""] = PLAIN.exec(req.url) ?? [];
  const handler = handlerOf(resource, req.method);
  if (handler === undefined || (room ?? resource) === "") return undefined;
  return answerBy(handler, new ShortContext(req, info, stateOf(room === undefined ? LOBBY : parseRoomName(room))));
}

/** A request with what the API needs of it. */
class ShortContext implements ReadContext {
  #url: URL | undefined;

  constructor(
    readonly req: Request,
    readonly info: Deno.ServeHandlerInfo | undefined,
    readonly state: ApiState,
  ) {}

  /** Few ask, and parsing it takes its time. */
  get url(): URL {
    return this.#url ??= new URL(this.req.url);
  }
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

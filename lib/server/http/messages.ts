import { STATUS_CODE } from "@std/http/status";
import type { Side } from "../../protocol/mod.ts";
import { toTimestamp } from "../clock.ts";
import type { WaitOptions } from "../store/waiting.ts";
import { readMessages as readBody } from "./body.ts";
import { streamMessages } from "./event_stream.ts";
import { type Cursor, openInbox } from "./inbox.ts";
import { parseCursor, parseKey, parseSide, preferType, readHeader } from "./request.ts";
import { clientOf, textResponse, waits } from "./response.ts";
import type { Handler } from "./router.ts";
import { openSocket } from "./web_socket.ts";

/** Writes messages of the side in `?from=`, all of them or none. */
export const postMessages: Handler = async (ctx) => {
  const from = parseSide(ctx, "from");
  const key = parseKey(ctx.req.headers.get("idempotency-key"));
  const match = readHeader(ctx.req, "If-Match");
  const messages = await readBody(ctx, from);
  const { store, room, clock } = ctx.state;
  const { call, next, expiresAt } = await store.say(room, from, { messages, match, key });
  const headers = call === "" ? {} : { etag: call };
  const body = { call, next, expiresAt: toTimestamp(clock, expiresAt) };
  return Response.json(body, { status: STATUS_CODE.Created, headers });
};

/** Returns messages to the side in `?to=`: at once, after a wait, as an event stream, or over a WebSocket. */
export const readMessages: Handler = (ctx) => {
  const { req } = ctx;
  const to = parseSide(ctx, "to");
  const cursor = parseCursor(ctx);
  // An upgrade requires GET (RFC 6455, section 4.1).
  if (req.method === "GET" && req.headers.get("upgrade")?.toLowerCase() === "websocket") {
    return openSocket(ctx, to, cursor);
  }
  if (preferType(req, "application/json", "text/event-stream") === "text/event-stream") {
    return streamMessages(ctx, to, cursor);
  }
  return readNews(to, cursor)(ctx);
};

function readNews(to: Side, cursor: Cursor): Handler {
  return waits(async (ctx, waitMs) => {
    const { req, state: { store, room } } = ctx;
    const readWhen = (options: WaitOptions) => store.readWhen(room, { ...options, client: () => clientOf(ctx) });
    const news = await openInbox({ readWhen }, to, cursor).read(waitMs, () => req.signal);
    const headers = { "content-type": "application/json", ...(news.call === "" ? {} : { etag: news.call }) };
    return textResponse(ctx, JSON.stringify(news), headers);
  });
}

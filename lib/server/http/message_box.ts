import { STATUS_CODE } from "@std/http/status";
import { clientOf, type ReadContext } from "./answers.ts";
import { readMessages } from "./body.ts";
import { toTimestamp } from "../clock.ts";
import { preferType, readHeader } from "./headers.ts";
import { openInbox } from "./inbox.ts";
import { answerText } from "./long_answer.ts";
import { parseCursor, parseKey, parseSide } from "./message_query.ts";
import { openSocket } from "./web_socket.ts";
import { streamMessages } from "./event_stream.ts";
import { grantWait } from "./query.ts";
import type { WaitOptions } from "../store/reader.ts";

/**
 * Takes `POST …/messages?from=`.
 *
 * @throws {Refusal} of reading the body and of the store, `invalid-query`
 */
export async function takeMessages(ctx: ReadContext): Promise<Response> {
  const from = parseSide(ctx, "from");
  const key = parseKey(ctx.req.headers.get("idempotency-key"));
  const match = readHeader(ctx.req, "If-Match");
  const messages = await readMessages(ctx, from);
  const { store, room, clock } = ctx.state;
  const { call, next, expiresAt } = await store.say(room, from, { messages, match, key });
  const headers = call === "" ? {} : { etag: call };
  const body = { call, next, expiresAt: toTimestamp(clock, expiresAt) };
  return Response.json(body, { status: STATUS_CODE.Created, headers });
}

/**
 * Answers `GET …/messages?to=`: at once or after a wait, as a stream of events, or as a WebSocket.
 *
 * @throws {Refusal} 410 `call-ended`, `expired` or `offer-replaced`, `invalid-query`, `too-many-waiting`
 */
export async function answerMessages(ctx: ReadContext): Promise<Response> {
  const { req } = ctx;
  const to = parseSide(ctx, "to");
  const cursor = parseCursor(ctx);
  // Only GET can be upgraded (RFC 6455, section 4.1).
  if (req.method === "GET" && req.headers.get("upgrade")?.toLowerCase() === "websocket") {
    return openSocket(ctx, to, cursor);
  }
  if (preferType(req, "application/json", "text/event-stream") === "text/event-stream") {
    return streamMessages(ctx, to, cursor);
  }
  const { store, room } = ctx.state;
  const reader = {
    readWhen: (options: WaitOptions) => store.readWhen(room, { ...options, client: () => clientOf(ctx) }),
  };
  const news = await openInbox(reader, to, cursor).read(grantWait(ctx), () => req.signal);
  const headers = { "content-type": "application/json", ...(news.call === "" ? {} : { etag: news.call }) };
  return answerText(ctx, JSON.stringify(news), headers);
}

import type { ServerSentEventMessage } from "@std/http/server-sent-event-stream";
import { type Side, toProblem } from "../protocol/mod.ts";
import type { ReadContext } from "./answers.ts";
import { toRefusal } from "./api.ts";
import { encodeEvent } from "./event_encoder.ts";
import { type Cursor, openInbox } from "./inbox.ts";
import { toEventId } from "./message_query.ts";

/** How often a silent stream shows that it is alive, for proxies that cut what is silent. */
const HEARTBEAT_MS = 15_000;

/** After how long a browser comes back when a stream has ended, in milliseconds. */
const RETRY_MS = 500;

/** How long a client may leave an event lying before its connection is cut. */
const MAX_UNREAD_MS = 60_000;

/**
 * What is said to a side as server-sent events (HTML, section 9.2): each message is one, its id the cursor to go on
 * with. The end of the call is an event `problem`, after which the stream is over; a stream that just ends is to be
 * reopened.
 */
export function streamMessages(ctx: ReadContext, to: Side, start: Cursor): Response {
  const headers = { "content-type": "text/event-stream", "x-accel-buffering": "no" };
  if (ctx.req.method === "HEAD") return new Response(null, { headers });
  const { clock } = ctx.state;
  const gone = new AbortController();
  const events = eventsOf(ctx, to, start, gone.signal);
  let cancelTimer = () => {};
  // Nobody asks for the next event before the last one is on its way, so no more than that is ever kept.
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      cancelTimer();
      const { value, done } = await events.next();
      if (gone.signal.aborted) return;
      if (done) return controller.close();
      controller.enqueue(await encodeEvent(value));
      const cut = () => controller.error(new DOMException("The client does not read", "TimeoutError"));
      cancelTimer = clock.after(MAX_UNREAD_MS, cut);
    },
    cancel() {
      cancelTimer();
      gone.abort();
    },
  }, { highWaterMark: 0 });
  return new Response(body, { headers });
}

async function* eventsOf(
  ctx: ReadContext,
  to: Side,
  start: Cursor,
  abort: AbortSignal,
): AsyncGenerator<ServerSentEventMessage> {
  const { store, report } = ctx.state;
  const inbox = openInbox(ctx, to, start);
  yield { retry: RETRY_MS, comment: "toucan" };
  try {
    while (!abort.aborted && !store.closed) {
      const { messages, call, reset } = await inbox.read(HEARTBEAT_MS, () => abort);
      if (reset) yield { event: "reset", data: call, id: toEventId({ call, after: 0 }) };
      for (const message of messages) {
        yield { data: JSON.stringify(message), id: toEventId({ call, after: message.seq }) };
      }
      if (messages.length === 0 && !reset) yield { comment: "still here" };
    }
  } catch (error) {
    const refusal = toRefusal(error);
    if (refusal.code === "fault") report(error);
    yield { event: "problem", data: JSON.stringify(toProblem(refusal)) };
  }
}

import { type ServerSentEventMessage, ServerSentEventStream } from "@std/http/server-sent-event-stream";
import { Refusal, type Side, toProblem } from "../protocol/mod.ts";
import type { ReadContext } from "./answers.ts";
import { type Cursor, openInbox } from "./inbox.ts";
import { toEventId } from "./message_query.ts";

/** How often a silent stream shows that it is alive, for proxies that cut what is silent. */
const HEARTBEAT_MS = 15_000;

/** After how long a browser comes back when a stream has ended, in milliseconds. */
const RETRY_MS = 500;

/**
 * What is said to a side as server-sent events (HTML, section 9.2): each message is one, its id the cursor to go on
 * with. The end of the call is an event `problem`, after which the stream is over; a stream that just ends is to be
 * reopened.
 */
export function streamMessages(ctx: ReadContext, to: Side, start: Cursor): Response {
  const gone = new AbortController();
  const events = eventsOf(ctx, to, start, gone.signal);
  const source = new ReadableStream<ServerSentEventMessage>({
    async pull(controller) {
      const { value, done } = await events.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      gone.abort();
    },
  }, { highWaterMark: 0 });
  return new Response(source.pipeThrough(new ServerSentEventStream()), {
    headers: { "content-type": "text/event-stream", "x-accel-buffering": "no" },
  });
}

async function* eventsOf(
  ctx: ReadContext,
  to: Side,
  start: Cursor,
  abort: AbortSignal,
): AsyncGenerator<ServerSentEventMessage> {
  const inbox = openInbox(ctx, to, start);
  yield { retry: RETRY_MS, comment: "toucan" };
  try {
    while (!abort.aborted && !ctx.state.store.closed) {
      const { messages, call, reset } = await inbox.read(HEARTBEAT_MS, abort);
      if (reset) yield { event: "reset", data: call };
      for (const message of messages) {
        yield { data: JSON.stringify(message), id: toEventId({ call, after: message.seq }) };
      }
      if (messages.length === 0) yield { comment: "still here" };
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    yield { event: "problem", data: JSON.stringify(toProblem(error)) };
  }
}

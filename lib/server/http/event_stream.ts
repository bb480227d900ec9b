import type { ServerSentEventMessage } from "@std/http/server-sent-event-stream";
import { type Side, toEventId, toProblem } from "../../protocol/mod.ts";
import type { ApiContext } from "../define.ts";
import { toRefusal } from "./response.ts";
import { encodeEvent, encodeEvents } from "./event_encoder.ts";
import { type Cursor, type Inbox, openInbox } from "./inbox.ts";
import { isUnavailable } from "../store/database.ts";
import { clientOf } from "./waits.ts";

/** How often a silent stream shows that it is alive, for proxies that cut what is silent. */
const HEARTBEAT_MS = 15_000;

/** After how long a browser comes back when a stream has ended, in milliseconds. */
const RETRY_MS = 500;

/** How long a client may leave lying what Deno takes no more of. */
const MAX_UNREAD_MS = 20_000;

/**
 * What is said to a side as server-sent events (HTML, section 9.2): each message is one, its id the cursor to go on
 * with. The end of the call is an event `problem`, after which the stream is over; a stream that just ends is to be
 * reopened.
 *
 * @throws {Refusal} `overloaded`, `too-many-waiting`
 */
export function streamMessages(ctx: ApiContext, to: Side, start: Cursor): Response {
  const headers = { "content-type": "text/event-stream", "x-accel-buffering": "no" };
  if (ctx.req.method === "HEAD") return new Response(ReadableStream.from([]), { headers });
  const { clock, memory, store, room } = ctx.state;
  memory.refuseWhenShort();
  const reader = store.openReader(room, clientOf(ctx));
  // The place is taken as long as the connection is, since Deno keeps what a client doesn't read.
  const leave = () => reader[Symbol.dispose]();
  const left = ctx.info?.completed.then(leave, leave);
  const gone = new AbortController();
  const pieces = piecesOf(ctx, openInbox(reader, to, start), gone.signal);
  let cancelTimer = () => {};
  const close = (controller: ReadableStreamDefaultController) => {
    controller.close();
    if (left === undefined) leave();
  };
  // Deno asks for more until it keeps 64 KiB that the client has not taken; here nothing is kept.
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      cancelTimer();
      const { value, done } = await pieces.next();
      if (gone.signal.aborted) return;
      if (done) return close(controller);
      controller.enqueue(value);
      // Deno may find only now that the client has gone, and cancels at once.
      if (gone.signal.aborted) return;
      cancelTimer = clock.after(MAX_UNREAD_MS, () => {
        gone.abort();
        close(controller);
      });
    },
    cancel() {
      cancelTimer();
      gone.abort();
      if (left === undefined) leave();
    },
  }, { highWaterMark: 0 });
  return new Response(body, { headers });
}

async function* piecesOf({ state }: ApiContext, inbox: Inbox, abort: AbortSignal): AsyncGenerator<Uint8Array> {
  const { store, report } = state;
  yield await encodeEvent({ retry: RETRY_MS, comment: "toucan" });
  try {
    while (!abort.aborted && !store.closed) yield await nextPiece(inbox, abort);
  } catch (error) {
    yield await encodeEvent({ event: "problem", data: JSON.stringify(toProblem(toRefusal(error, report))) });
  }
}

/** Apart from what waits to be asked for more, so that no messages are kept meanwhile. */
async function nextPiece(inbox: Inbox, abort: AbortSignal): Promise<Uint8Array> {
  const { messages, call, reset } = await inbox.read(HEARTBEAT_MS, () => abort, "piece").catch((error) => {
    // An outage of the database ends no stream: the next read takes its time.
    if (isUnavailable(error)) return { messages: [], call: "", reset: false };
    throw error;
  });
  const events: ServerSentEventMessage[] = messages.map((message) => ({
    data: JSON.stringify(message),
    id: toEventId({ call, after: message.seq }),
  }));
  if (reset) events.unshift({ event: "reset", data: call, id: toEventId({ call, after: 0 }) });
  if (events.length === 0) events.push({ comment: "still here" });
  return await encodeEvents(events);
}

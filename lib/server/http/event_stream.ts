import { type Side, toEventId, toProblem } from "../../protocol/mod.ts";
import type { ApiContext } from "../define.ts";
import { isUnavailable } from "../store/database.ts";
import { type Cursor, type Inbox, openInbox } from "./inbox.ts";
import { clientOf, toRefusal } from "./response.ts";

/** How often a silent stream sends a comment, for proxies that close silent connections. */
const HEARTBEAT_MS = 15_000;

/** How long a browser waits before it reconnects, in milliseconds. */
const RETRY_MS = 500;

/** How long a client may read nothing once Deno's buffer is full. */
const MAX_UNREAD_MS = 20_000;

/** The fields of a server-sent event; `""` is a comment. No value has a line break. */
type EventFields = Readonly<Partial<Record<"" | "event" | "data" | "id" | "retry", string>>>;

/**
 * Streams messages to a side as server-sent events (HTML, section 9.2). Each event is a message, and its id is the cursor
 * to resume from. When the call ends, the stream sends an event `problem` and closes; a client reopens a stream that
 * closes without one.
 *
 * @throws {Refusal} `overloaded`, `too-many-waiting`
 */
export function streamMessages(ctx: ApiContext, to: Side, start: Cursor): Response {
  const headers = { "content-type": "text/event-stream", "x-accel-buffering": "no" };
  if (ctx.req.method === "HEAD") return new Response(ReadableStream.from([]), { headers });
  const { clock, memory, store, room } = ctx.state;
  memory.refuseWhenShort();
  const reader = store.openReader(room, clientOf(ctx));
  // The reader keeps its place while the connection lives, since Deno keeps what the client doesn't read.
  const leave = () => reader[Symbol.dispose]();
  const left = ctx.info?.completed.then(leave, leave);
  const gone = new AbortController();
  const pieces = piecesOf(ctx, openInbox(reader, to, start), gone.signal);
  let cancelTimer = () => {};
  const close = (controller: ReadableStreamDefaultController) => {
    controller.close();
    if (left === undefined) leave();
  };
  // Deno pulls until it holds 64 KiB that the client hasn't read; this stream holds nothing more.
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      cancelTimer();
      const { value, done } = await pieces.next();
      if (gone.signal.aborted) return;
      if (done) return close(controller);
      controller.enqueue(value);
      // If the client has disconnected, Deno may notice only here, and cancels at once.
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
  yield encodeEvents([{ "": "toucan", retry: String(RETRY_MS) }]);
  try {
    while (!abort.aborted && !store.closed) yield await nextPiece(inbox, abort);
  } catch (error) {
    yield encodeEvents([{ event: "problem", data: JSON.stringify(toProblem(toRefusal(error, report))) }]);
  }
}

/** A function of its own, so that the generator keeps no messages while it waits for the client. */
async function nextPiece(inbox: Inbox, abort: AbortSignal): Promise<Uint8Array> {
  const { messages, call, reset } = await inbox.read(HEARTBEAT_MS, () => abort, "piece").catch((error) => {
    // A stream survives an outage of the database: the next read tries again.
    if (isUnavailable(error)) return { messages: [], call: "", reset: false };
    throw error;
  });
  const events: EventFields[] = messages.map((message) => ({
    data: JSON.stringify(message),
    id: toEventId({ call, after: message.seq }),
  }));
  if (reset) events.unshift({ event: "reset", data: call, id: toEventId({ call, after: 0 }) });
  return encodeEvents(events.length === 0 ? [{ "": "still here" }] : events);
}

const encoder = new TextEncoder();

function encodeEvents(events: readonly EventFields[]): Uint8Array {
  const lines = (event: EventFields) => Object.entries(event).map(([name, value]) => `${name}:${value}\n`);
  return encoder.encode(events.map((event) => `${lines(event).join("")}\n`).join(""));
}

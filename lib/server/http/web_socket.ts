import { CLOSE_CODES, type News, Refusal, type Side, SUBPROTOCOL, toProblem } from "../../protocol/mod.ts";
import type { ApiContext } from "../define.ts";
import { isUnavailable } from "../store/database.ts";
import { type Cursor, type Inbox, openInbox } from "./inbox.ts";
import { handleFrame, TOO_LONG } from "./message_frame.ts";
import { clientOf, toRefusal } from "./response.ts";

type CloseReason = keyof typeof CLOSE_CODES;

/** How long a client may take to answer a ping. */
const IDLE_S = 20;

/** How long each read waits. */
const WAIT_MS = 60_000;

/** How long a client may take to complete the closing handshake: usually, and when memory is short. */
const FAREWELL_MS = 1_000;
const SHORT_FAREWELL_MS = 10;

/** How many unread bytes a client may have when the next message is sent. */
const MAX_UNREAD = 131_072;

/** How many characters of a client may wait to be written to the store. */
const MAX_UNWRITTEN = 1_048_576;

/**
 * Opens a WebSocket. A client sends a message or a batch, as in `POST`, or `{id, call, key, messages}`; an `ack` or a
 * `problem` with the same `id` acknowledges each, in order. The other side's messages arrive as in `GET`: `{messages,
 * next, call}`. The `ack` of an offer binds the socket to that offer's call, as if it had been opened with its name.
 *
 * @throws {Refusal} `invalid-query` unless the client offers the subprotocol, `overloaded`
 */
export function openSocket(ctx: ApiContext, side: Side, start: Cursor): Response {
  const offered = (ctx.req.headers.get("sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
  if (!offered.includes(SUBPROTOCOL)) {
    throw new Refusal("invalid-query", `Cannot upgrade: the subprotocol must be ${SUBPROTOCOL}`, {
      limit: [SUBPROTOCOL],
    });
  }
  const { store, room, config, lasting, clock, memory } = ctx.state;
  memory.refuseWhenShort();
  // Deno doesn't know the address any more after the upgrade.
  const client = clientOf(ctx);
  const { socket, response } = Deno.upgradeWebSocket(ctx.req, { protocol: SUBPROTOCOL, idleTimeout: IDLE_S });
  const gone = new AbortController();
  const over = Promise.withResolvers<void>();
  let inbox: Inbox | undefined;
  let reading = Promise.resolve();
  let handled = Promise.resolve();
  let unwritten = 0;
  let isParting = false;
  let unguard = () => {};
  let cancelDrop = () => {};

  function send(value: unknown) {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount > MAX_UNREAD) return close("slow-reader");
    socket.send(JSON.stringify(value));
  }

  function close(reason: CloseReason, farewellMs = FAREWELL_MS) {
    gone.abort();
    if (socket.readyState > WebSocket.OPEN) return;
    socket.close(CLOSE_CODES[reason], reason);
    cancelDrop = clock.after(farewellMs, () => dropSocket(socket));
  }

  async function readAll() {
    using reader = store.openReader(room, client);
    inbox = openInbox(reader, side, start);
    while (!gone.signal.aborted && !store.closed) {
      const news = await readOnce(inbox);
      if (news !== undefined && (news.messages.length > 0 || news.reset) && !gone.signal.aborted) send(news);
    }
    await part("shutting-down");
  }

  /** Reads once. Returns `undefined` for news of another call if the client has opened its own meanwhile. */
  async function readOnce(current: Inbox): Promise<News | undefined> {
    try {
      const news = await current.read(WAIT_MS, () => gone.signal, "piece");
      return inbox === current ? news : undefined;
    } catch (error) {
      await handled;
      // A socket survives an outage of the database: the next read tries again.
      if (inbox === current && !isUnavailable(error)) throw error;
    }
  }

  async function fail(error: unknown) {
    if (gone.signal.aborted) return;
    const refusal = toRefusal(error, ctx.state.report);
    send(toProblem(refusal));
    await part(closeReasonOf(refusal));
  }

  /** Closes once every frame received so far is acknowledged. Ignores later frames. */
  async function part(reason: CloseReason) {
    isParting = true;
    await handled;
    close(reason);
  }

  function finish() {
    gone.abort();
    // Deno keeps the socket for seconds after its client has gone; without listeners it keeps nothing else.
    for (const [type, listener] of Object.entries(listeners)) {
      socket.removeEventListener(type, listener as EventListener);
    }
    inbox = undefined;
    unguard();
    cancelDrop();
    // The database may be closed after this, so the last read and write must have ended.
    Promise.all([reading, handled]).then(() => over.resolve());
  }

  const listeners: { [Type in keyof WebSocketEventMap]: (event: WebSocketEventMap[Type]) => void } = {
    open() {
      // Deno doesn't say which sockets hold unfinished messages, so all of them close.
      unguard = memory.guard(() => {
        if (socket.readyState === WebSocket.OPEN) close("overloaded", SHORT_FAREWELL_MS);
        else dropSocket(socket);
      });
      lasting.add(over.promise);
      over.promise.then(() => lasting.delete(over.promise));
      reading = readAll().catch(fail);
    },
    message({ data }) {
      if (gone.signal.aborted || isParting) return;
      const length = typeof data === "string" ? data.length : data.size;
      // The queue doesn't keep a frame that is too long.
      const frame = length > config.limits.bodyBytes ? TOO_LONG : data;
      const size = frame === TOO_LONG ? 1 : length + 1;
      unwritten += size;
      if (unwritten > MAX_UNWRITTEN) {
        return void fail(new Refusal("busy", "Cannot take this: earlier messages are still being written"));
      }
      // In turn, so that acknowledgements come in the order of the frames.
      handled = handled.then(async () => {
        const { reply, offered } = await handleFrame(ctx, side, frame);
        if (offered !== undefined) inbox = inbox?.bind(offered);
        send(reply);
        unwritten -= size;
      });
    },
    close: finish,
    error: finish,
  };
  for (const [type, listener] of Object.entries(listeners)) socket.addEventListener(type, listener as EventListener);
  return response;
}

function closeReasonOf({ code }: Refusal): CloseReason {
  return code in CLOSE_CODES ? code as CloseReason : "fault";
}

/**
 * Closes a WebSocket's connection at once. In Deno 2.9, `close()` waits for the client's close frame, and until then
 * buffers the rest of an unfinished message. There is no public alternative, so this uses Deno's internals, or does
 * nothing without them (docs/decisions/unfinished_messages.md).
 */
function dropSocket(socket: WebSocket): void {
  const id = Object.getOwnPropertySymbols(socket).find(({ description }) => description === "[[rid]]");
  const internals = Reflect.get(Deno, Reflect.get(Deno, "internal"));
  if (id !== undefined) internals?.core?.tryClose?.(Reflect.get(socket, id));
}

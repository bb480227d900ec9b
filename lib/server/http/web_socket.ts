import { CLOSE_CODES, type News, Refusal, type Side, SUBPROTOCOL, toProblem } from "../../protocol/mod.ts";
import type { ApiContext } from "../define.ts";
import { toRefusal } from "./response.ts";
import { type Cursor, type Inbox, openInbox } from "./inbox.ts";
import { takeFrame, TOO_LONG } from "./message_frame.ts";
import { isUnavailable } from "../store/database.ts";
import { clientOf } from "./waits.ts";

/** A reason to close a socket. */
type CloseReason = keyof typeof CLOSE_CODES;

/** A client that answers no ping for so long is gone. */
const IDLE_S = 20;
const WAIT_MS = 60_000;

/** How long a client may take to close what the server has closed, and where memory is short. */
const FAREWELL_MS = 1_000;
const SHORT_FAREWELL_MS = 10;

/** What a socket may keep for its client to read, in bytes, beside what was sent last. */
const MAX_UNREAD = 131_072;

/** What a socket may keep of its client to be written, in characters. */
const MAX_UNWRITTEN = 1_048_576;

/**
 * Both ways over one WebSocket: what a client sends is a message or a batch, as `POST` takes them, or `{id, call, key,
 * messages}`; each is answered in its order by an `ack` or a `problem` with that `id`. What the other side says comes
 * as it does by `GET`: `{messages, next, call}`. From the `ack` of an offer on, what comes is of that offer's call alone,
 * as though the socket had been opened with its name.
 *
 * @throws {Refusal} `invalid-query` where the client does not speak the subprotocol, `overloaded`
 */
export function openSocket(ctx: ApiContext, side: Side, start: Cursor): Response {
  const offered = (ctx.req.headers.get("sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
  if (!offered.includes(SUBPROTOCOL)) {
    throw new Refusal("invalid-query", `Cannot upgrade: the subprotocol is ${SUBPROTOCOL}`, { limit: [SUBPROTOCOL] });
  }
  const { store, room, config, lasting, clock, memory } = ctx.state;
  memory.refuseWhenShort();
  // Deno doesn't tell any more once it is upgraded.
  const client = clientOf(ctx);
  const { socket, response } = Deno.upgradeWebSocket(ctx.req, { protocol: SUBPROTOCOL, idleTimeout: IDLE_S });
  const gone = new AbortController();
  const over = Promise.withResolvers<void>();
  let inbox: Inbox | undefined;
  let reading = Promise.resolve();
  let taken = Promise.resolve();
  let taking = 0;
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

  /** Reads on; what is found of another call, its end included, is nobody's concern once the client has its own. */
  async function readOnce(current: Inbox): Promise<News | undefined> {
    try {
      const news = await current.read(WAIT_MS, () => gone.signal, "piece");
      return inbox === current ? news : undefined;
    } catch (error) {
      await taken;
      // An outage of the database ends no socket: the next read takes its time.
      if (inbox === current && !isUnavailable(error)) throw error;
    }
  }

  async function fail(error: unknown) {
    if (gone.signal.aborted) return;
    const refusal = toRefusal(error, ctx.state.report);
    send(toProblem(refusal));
    await part(closeReasonOf(refusal));
  }

  /** Closes once all that was taken is acknowledged; what comes from here on is not taken. */
  async function part(reason: CloseReason) {
    isParting = true;
    await taken;
    close(reason);
  }

  function finish() {
    gone.abort();
    // Deno keeps a socket for seconds whose client has just gone: nothing else should stay with it.
    for (const [type, listener] of Object.entries(listeners)) {
      socket.removeEventListener(type, listener as EventListener);
    }
    inbox = undefined;
    unguard();
    cancelDrop();
    // Nobody reads or writes after the process was told that this is over.
    Promise.all([reading, taken]).then(() => over.resolve());
  }

  const listeners: { [Type in keyof WebSocketEventMap]: (event: WebSocketEventMap[Type]) => void } = {
    open() {
      // Which socket keeps an unfinished message can't be told, so all of them go.
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
      // What is too long is not even kept.
      const frame = length > config.limits.bodyBytes ? TOO_LONG : data;
      const size = frame === TOO_LONG ? 1 : length + 1;
      taking += size;
      if (taking > MAX_UNWRITTEN) {
        return void fail(new Refusal("busy", "Cannot take this: too much is not written yet"));
      }
      // One after the other, so that acknowledgements come in the order of what they acknowledge.
      taken = taken.then(async () => {
        const { answer, offered } = await takeFrame(ctx, side, frame);
        if (offered !== undefined) inbox = inbox?.bind(offered);
        send(answer);
        taking -= size;
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
 * Cuts a WebSocket's connection at once, whatever its client does. `close()` of Deno 2.9 waits for the client to close
 * as well, and until then goes on keeping what comes of an unfinished message. It offers nothing else, so this reaches
 * for what is within (docs/decisions/unfinished_messages.md). Where that is not to be found, nothing happens.
 */
function dropSocket(socket: WebSocket): void {
  const id = Object.getOwnPropertySymbols(socket).find(({ description }) => description === "[[rid]]");
  const internals = Reflect.get(Deno, Reflect.get(Deno, "internal"));
  if (id !== undefined) internals?.core?.tryClose?.(Reflect.get(socket, id));
}

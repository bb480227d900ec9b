import {
  parseMessages,
  type Problem,
  Refusal,
  type RefusalCode,
  type Side,
  toProblem,
  utf8Length,
} from "../protocol/mod.ts";
import type { ReadContext } from "./answers.ts";
import { type Cursor, openInbox } from "./inbox.ts";

/** The WebSocket subprotocol (RFC 6455, section 1.9). */
export const SUBPROTOCOL = "toucan.v1";

/** Why a socket was closed, where it wasn't by its client: a code of the private range, and the refusal as the reason. */
export const CLOSE_CODES = {
  "call-ended": 4410,
  "expired": 4408,
  "offer-replaced": 4412,
  "too-many-waiting": 4429,
  "slow-reader": 4413,
  "shutting-down": 1012,
  "fault": 1011,
} as const satisfies Partial<Record<RefusalCode, number>>;

const PING_S = 20;
const WAIT_MS = 60_000;
const MAX_BUFFERED_BYTES = 1_048_576;

/** What is sent back for what a client said. */
type Receipt = { type: "ack"; id?: unknown; call: string; next: number; expiresAt: string };

/**
 * Both ways over one WebSocket: what a client sends is a message or a batch, as `POST` takes them, or `{id, messages}`;
 * each is answered in its order by an `ack` or a `problem` with that `id`. What the other side says comes as it does by
 * `GET`: `{messages, next, call}`.
 *
 * @throws {Refusal} `invalid-query` where the client does not speak the subprotocol
 */
export function openSocket(ctx: ReadContext, side: Side, start: Cursor): Response {
  const offered = (ctx.req.headers.get("sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
  if (!offered.includes(SUBPROTOCOL)) {
    throw new Refusal("invalid-query", `Cannot upgrade: the subprotocol is ${SUBPROTOCOL}`, { limit: [SUBPROTOCOL] });
  }
  const { socket, response } = Deno.upgradeWebSocket(ctx.req, { protocol: SUBPROTOCOL, idleTimeout: PING_S });
  const gone = new AbortController();
  let posted = Promise.resolve();

  function send(value: unknown) {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount > MAX_BUFFERED_BYTES) return close("slow-reader");
    socket.send(JSON.stringify(value));
  }

  function close(code: keyof typeof CLOSE_CODES) {
    gone.abort();
    if (socket.readyState <= WebSocket.OPEN) socket.close(CLOSE_CODES[code], code);
  }

  async function readAll() {
    const inbox = openInbox(ctx, side, start);
    while (!gone.signal.aborted && !ctx.state.store.closed) {
      const news = await inbox.read(WAIT_MS, gone.signal);
      if (news.messages.length > 0 && !gone.signal.aborted) send(news);
    }
    close("shutting-down");
  }

  socket.addEventListener("open", () => {
    readAll().catch((error) => {
      if (error instanceof Refusal && error.code in CLOSE_CODES) {
        send({ ...toProblem(error) });
        close(error.code as keyof typeof CLOSE_CODES);
      } else close("fault");
    });
  });
  socket.addEventListener("message", ({ data }) => {
    // One after the other, so that acknowledgements come in the order of what they acknowledge.
    posted = posted.then(async () => send(await take(ctx, side, data)));
  });
  socket.addEventListener("close", () => gone.abort());
  socket.addEventListener("error", () => gone.abort());
  return response;
}

async function take(ctx: ReadContext, from: Side, data: unknown): Promise<Receipt | (Problem & { id?: unknown })> {
  const { store, room, config } = ctx.state;
  let id: unknown;
  try {
    const { limits } = config;
    if (typeof data !== "string") throw new Refusal("invalid-body", "Cannot read this: messages are text");
    if (utf8Length(data) > limits.bodyBytes) {
      throw new Refusal("too-large", `Cannot read this: it is over ${limits.bodyBytes} bytes`, {
        limit: limits.bodyBytes,
      });
    }
    const value = parseJson(data);
    const envelope = isEnvelope(value) ? value : { messages: value };
    id = "id" in envelope ? envelope.id : undefined;
    const messages = parseMessages(envelope.messages, from, limits);
    const match = "call" in envelope && typeof envelope.call === "string" ? envelope.call : null;
    const { call, next, expiresAt } = await store.say(room, from, { messages, match, key: null });
    return { type: "ack", id, call, next, expiresAt: new Date(expiresAt).toISOString() };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal("fault", "Cannot answer: the server has failed");
    return { ...toProblem(refusal), id };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("not-json", "Cannot read this: it is not JSON");
  }
}

function isEnvelope(value: unknown): value is { id?: unknown; call?: unknown; messages: unknown } {
  return typeof value === "object" && value !== null && "messages" in value;
}

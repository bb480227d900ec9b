import {
  type Ack,
  parseJson,
  parseMessages,
  type Problem,
  Refusal,
  type Side,
  toProblem,
  utf8Length,
} from "../../protocol/mod.ts";
import type { ApiContext } from "../define.ts";
import { toTimestamp } from "../clock.ts";
import { parseKey } from "./request.ts";
import { toRefusal } from "./response.ts";

/** The reply to a frame, with the client's own `id`. */
export type FrameReply = Ack | Problem & { id?: unknown };

/** The result of handling a frame. */
export interface Handled {
  readonly reply: FrameReply;
  /** The call that the frame's offer opened, renewed or restarted. */
  readonly offered?: string;
}

/** Replaces a frame that has more characters than a body may have bytes. */
export const TOO_LONG = Symbol("too long");

/**
 * Writes the messages of one frame: a message, a batch, or `{id?, call?, key?, messages}`, where `call` corresponds to
 * `If-Match` of `POST` and `key` to `Idempotency-Key`. Never rejects: an error becomes a problem, and a fault is reported.
 */
export async function handleFrame(ctx: ApiContext, from: Side, data: unknown): Promise<Handled> {
  const { store, room, config, clock, report } = ctx.state;
  let id: unknown;
  try {
    const value = parseFrame(data, config.limits.bodyBytes);
    const envelope = isEnvelope(value) ? value : { messages: value };
    id = envelope.id;
    const messages = parseMessages(envelope.messages, from, config.limits);
    const match = parseCall(envelope.call);
    const { call, next, expiresAt } = await store.say(room, from, { messages, match, key: parseKey(envelope.key) });
    const ttlMs = Math.max(expiresAt - clock.now(), 0);
    const reply: Ack = { type: "ack", id, call, next, expiresAt: toTimestamp(clock, expiresAt), ttlMs };
    const isOffer = call !== "" && messages.some(({ type }) => type === "offer");
    return isOffer ? { reply, offered: call } : { reply };
  } catch (error) {
    return { reply: { ...toProblem(toRefusal(error, report)), id } };
  }
}

interface Envelope {
  id?: unknown;
  call?: unknown;
  key?: unknown;
  messages: unknown;
}

function parseFrame(data: unknown, limit: number): unknown {
  if (data === TOO_LONG || (typeof data === "string" && utf8Length(data) > limit)) {
    throw new Refusal("too-large", `Cannot read this: it is over ${limit} bytes`, { limit });
  }
  if (typeof data !== "string") throw new Refusal("invalid-body", "Cannot read this: messages must be text");
  const value = parseJson(data);
  if (value === undefined) throw new Refusal("not-json", "Cannot read this: it is not JSON");
  return value;
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === "object" && value !== null && "messages" in value;
}

function parseCall(call: unknown): string | null {
  if (call === undefined || call === null) return null;
  if (typeof call === "string") return call;
  throw new Refusal("invalid-body", `Cannot read this: "call" must be a string`);
}

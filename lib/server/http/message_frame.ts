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
import { toRefusal } from "./response.ts";
import { toTimestamp } from "../clock.ts";
import { parseKey } from "./query.ts";

/** What comes back over a WebSocket for what a client sent; `id` is the client's own. */
export type FrameAnswer = Ack | Problem & { id?: unknown };

/** What became of a frame. */
export interface Taken {
  readonly answer: FrameAnswer;
  /** The call that it opened, renewed or restarted by an offer. */
  readonly offered?: string;
}

/** Stands for a frame of more characters than a body may have bytes. */
export const TOO_LONG = Symbol("too long");

/**
 * Writes what came in one frame: a message, a batch, or `{id?, call?, key?, messages}`, where `call` is what `If-Match`
 * is to `POST`, and `key` what `Idempotency-Key` is. Never rejects: a fault is reported, and named as one.
 */
export async function takeFrame(ctx: ApiContext, from: Side, data: unknown): Promise<Taken> {
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
    const answer: Ack = { type: "ack", id, call, next, expiresAt: toTimestamp(clock, expiresAt), ttlMs };
    const isOffer = call !== "" && messages.some(({ type }) => type === "offer");
    return isOffer ? { answer, offered: call } : { answer };
  } catch (error) {
    return { answer: { ...toProblem(toRefusal(error, report)), id } };
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
  if (typeof data !== "string") throw new Refusal("invalid-body", "Cannot read this: messages are text");
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
  throw new Refusal("invalid-body", `Cannot read this: "call" is a string`);
}

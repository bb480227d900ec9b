import {
  describeSdp,
  type DescriptionType,
  type IceCandidate,
  type Message,
  parseCandidates,
  parseDescription,
  parseJson,
  parseMessages,
  Refusal,
  type SessionDescription,
  type Side,
} from "../../protocol/mod.ts";
import type { State } from "../define.ts";
import { readHeader } from "./request.ts";

/** The part of a request's context that reading a body needs. */
export interface BodyContext {
  readonly req: Request;
  readonly state: Pick<State, "config" | "clock">;
}

const JSON_TYPE = "application/json";
const SDP_TYPE = "application/sdp";

/**
 * Reads a session description, as JSON or as bare SDP (RFC 8866, section 8.1).
 *
 * @throws {Refusal} `unsupported-media-type`, `too-large`, `slow-body`, `too-many-chunks`, `unreadable-body`, `not-json`,
 * `invalid-body`, `header-too-long`
 */
export async function readDescription(ctx: BodyContext, type: DescriptionType): Promise<SessionDescription> {
  const { limits } = ctx.state.config;
  const mediaType = requireMediaType(ctx.req, [JSON_TYPE, SDP_TYPE]);
  const text = await readText(ctx);
  return mediaType === SDP_TYPE ? describeSdp(text, type, limits) : parseDescription(readJson(text), type, limits);
}

/** Reads one candidate or a batch. @throws {Refusal} as {@linkcode readDescription} does */
export async function readCandidates(ctx: BodyContext): Promise<IceCandidate[]> {
  requireMediaType(ctx.req, [JSON_TYPE]);
  return parseCandidates(readJson(await readText(ctx)), ctx.state.config.limits);
}

/** Reads one message of a side or a batch. @throws {Refusal} as {@linkcode readDescription} does */
export async function readMessages(ctx: BodyContext, from: Side): Promise<Message[]> {
  requireMediaType(ctx.req, [JSON_TYPE]);
  return parseMessages(readJson(await readText(ctx)), from, ctx.state.config.limits);
}

function requireMediaType(req: Request, taken: readonly string[]): string {
  const mediaType = (readHeader(req, "Content-Type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (!taken.includes(mediaType)) {
    throw new Refusal(
      "unsupported-media-type",
      `Cannot read the body: its Content-Type is not ${taken.join(" or ")}`,
      { limit: taken },
    );
  }
  return mediaType;
}

function readJson(text: string): unknown {
  const value = parseJson(text);
  if (value === undefined) throw new Refusal("not-json", "Cannot read the body: it is not JSON");
  return value;
}

/**
 * How many chunks a body may have, since each takes as long as a small request. A body of 64 KiB has 123 in the smallest
 * TCP segments that every host accepts (RFC 9293, section 3.7.1).
 */
const MAX_CHUNKS = 256;

/** Counts bytes while it reads, since `Content-Length` may be missing or wrong. */
async function readText({ req, state: { config, clock } }: BodyContext): Promise<string> {
  const { bodyBytes } = config.limits;
  let bytes = new Uint8Array();
  let size = 0;
  let chunks = 0;
  let tooLate = false;
  const reader = req.body?.getReader();
  const cancelTimer = clock.after(config.bodyTimeoutMs, () => {
    tooLate = true;
    reader?.cancel().catch(() => {});
  });
  try {
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
      const end = size + part.value.length;
      if (end > bodyBytes) {
        throw new Refusal("too-large", `Cannot read the body: it is over ${bodyBytes} bytes`, { limit: bodyBytes });
      }
      if (++chunks > MAX_CHUNKS) {
        throw new Refusal("too-many-chunks", `Cannot read the body: it has over ${MAX_CHUNKS} chunks`, {
          limit: MAX_CHUNKS,
        });
      }
      // Most bodies are one chunk. Further chunks are copied: each has its own buffer, often far larger than its content.
      if (chunks === 1) bytes = part.value;
      else {
        if (end > bytes.length) bytes = grow(bytes, Math.min(Math.max(end, 2 * bytes.length), bodyBytes));
        bytes.set(part.value, size);
      }
      size = end;
    }
  } catch (error) {
    // Deno reads and drops the rest of a cancelled body; otherwise it closes the connection, which is cheaper.
    if (chunks <= MAX_CHUNKS) reader?.cancel().catch(() => {});
    if (error instanceof Refusal) throw error;
    if (!tooLate) throw new Refusal("unreadable-body", "Cannot read the body: it ended before it was complete");
  } finally {
    cancelTimer();
  }
  if (tooLate) {
    const seconds = config.bodyTimeoutMs / 1000;
    throw new Refusal("slow-body", `Cannot read the body: it took over ${seconds} s`, { limit: seconds });
  }
  return decode(bytes.subarray(0, size));
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Refusal("unreadable-body", "Cannot read the body: it is not UTF-8");
  }
}

function grow(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(length);
  grown.set(bytes);
  return grown;
}

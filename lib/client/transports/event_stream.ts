import { addressOf, type Cursor, isNumbered, parseEventId, parseJson, type Side } from "../../protocol/mod.ts";
import { Interrupted } from "../signaling_error.ts";
import { createEventParser, type ServerEvent } from "./event_parser.ts";
import { failureOf, type Line, type Listener, OPEN_MS } from "./transport.ts";

/** A stream without a byte for this long is dead: the server sends something every 15 s. */
const SILENCE_MS = 40_000;

/**
 * Creates a line of server-sent events. It uses `fetch` since `EventSource` shows neither what the server refused nor
 * that something on the way buffers the stream.
 */
export function createEventStreamLine(
  { base, role, fetch: ask }: { base: string; role: Side; fetch: typeof fetch },
): Line {
  return {
    name: "event-stream",

    async hear(cursor, listener, abort) {
      abort.throwIfAborted();
      const end = new AbortController();
      const follow = () => end.abort(abort.reason);
      abort.addEventListener("abort", follow, { once: true });
      let timer: ReturnType<typeof setTimeout>;
      const allow = (ms: number) => {
        clearTimeout(timer);
        timer = setTimeout(() => end.abort(new Interrupted("The stream is silent")), ms);
      };
      try {
        allow(OPEN_MS);
        listener.asked();
        const headers = { accept: "text/event-stream" };
        const response = await ask(base + addressOf(role, cursor), {
          method: "GET",
          headers,
          cache: "no-store",
          signal: end.signal,
        });
        await requireStream(response);
        return await readAll(response.body!, cursor, listener, () => allow(SILENCE_MS), end.signal);
      } catch (error) {
        abort.throwIfAborted();
        throw error instanceof TypeError || error instanceof DOMException ? new Interrupted(String(error)) : error;
      } finally {
        clearTimeout(timer!);
        abort.removeEventListener("abort", follow);
        end.abort();
      }
    },
  };
}

async function requireStream(response: Response): Promise<void> {
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") && response.body !== null;
  if (response.ok && isStream) return;
  throw failureOf(await response.json().catch(() => undefined));
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  cursor: Cursor,
  listener: Listener,
  alive: () => void,
  abort: AbortSignal,
): Promise<never> {
  const reader = body.getReader();
  // Only a stream from the network ends with its request.
  const ended = new Promise<never>((_, reject) => {
    abort.addEventListener("abort", () => reject(abort.reason), { once: true });
  });
  const decoder = new TextDecoder();
  const hear = createHearing(cursor, listener);
  const parse = createEventParser(hear);
  try {
    for (let isFirst = true;; isFirst = false) {
      const { value, done } = await Promise.race([reader.read(), ended]);
      if (done) throw new Interrupted("The stream was cut");
      alive();
      if (isFirst) listener.opened();
      parse(decoder.decode(value, { stream: true }));
    }
  } finally {
    ended.catch(() => {});
    reader.cancel().catch(() => {});
  }
}

function createHearing({ call }: Cursor, { heard }: Listener): (event: ServerEvent) => void {
  let reset = false;
  return ({ event, data, id }) => {
    const value = parseJson(data);
    if (event === "problem") throw failureOf(value);
    if (event === "reset") reset = true;
    if (event !== "message" || !isNumbered(value)) return;
    heard({ call: parseEventId(id)?.call ?? call, messages: [value], next: value.seq, ...(reset ? { reset } : {}) });
    reset = false;
  };
}

import { type ServerSentEventMessage, ServerSentEventStream } from "@std/http/server-sent-event-stream";

/**
 * A server-sent event as bytes. One stream makes those of all readers, in the order in which it is asked: one each
 * would take more memory than all else that a waiting reader needs.
 */
export async function encodeEvent(event: ServerSentEventMessage): Promise<Uint8Array> {
  encoder ??= createEncoder();
  const { writer, reader } = encoder;
  const [{ value }] = await Promise.all([reader.read(), writer.write(event)]).catch((error) => {
    // A field that cannot be written ends a stream for good.
    encoder = undefined;
    throw error;
  });
  return value!;
}

/** Several server-sent events in one piece of bytes. */
export async function encodeEvents(events: readonly ServerSentEventMessage[]): Promise<Uint8Array> {
  const parts = await Promise.all(events.map(encodeEvent));
  if (parts.length === 1) return parts[0]!;
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}

let encoder: ReturnType<typeof createEncoder> | undefined;

function createEncoder() {
  const { readable, writable } = new ServerSentEventStream();
  return { reader: readable.getReader(), writer: writable.getWriter() };
}

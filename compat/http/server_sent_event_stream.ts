export interface ServerSentEventMessage {
  comment?: string;
  event?: string;
  /** May have several lines. */
  data?: string;
  id?: string | number;
  /** How long the client waits before it connects again, in milliseconds. */
  retry?: number;
}

/** Turns messages into the bytes of a `text/event-stream`. */
export class ServerSentEventStream extends TransformStream<ServerSentEventMessage, Uint8Array> {
  constructor() {
    const encoder = new TextEncoder();
    super({
      transform(message, controller) {
        controller.enqueue(encoder.encode(format(message)));
      },
    });
  }
}

function format({ comment, event, data, id, retry }: ServerSentEventMessage) {
  return [
    field("", comment?.split(NEWLINE)),
    field("event", oneLine("event", event)),
    field("data", data?.split(NEWLINE)),
    field("id", oneLine("id", id?.toString())),
    field("retry", retry === undefined ? undefined : [String(retry)]),
  ].flat().join("\n") + "\n\n";
}

const NEWLINE = /\r\n|\r|\n/;

function field(name: string, lines: string[] = []): string[] {
  return lines.map((line) => `${name}:${line}`);
}

function oneLine(name: string, value?: string): string[] | undefined {
  if (value === undefined) return undefined;
  if (NEWLINE.test(value)) {
    throw new SyntaxError(
      `Cannot serialize message: \`message.${name}\` cannot contain a newline`,
    );
  }
  return [value];
}

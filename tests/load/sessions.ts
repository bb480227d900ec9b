import { assert, assertEquals } from "@std/assert";
import type { NumberedMessage } from "@/lib/protocol/mod.ts";
import { readEvents } from "@/testing/messages.ts";

/** One connection of a reader to a server, from where it has come to. */
export interface Session {
  readonly url: string;
  readonly call: string;
  readonly after: number;
  /** Ends the connection, whatever it is at. */
  readonly cut: AbortSignal;
  /** Takes a message, or tells that the connection was cut before it came. */
  take(message: NumberedMessage): boolean;
}

/** The ways to read; each resolves when its connection has ended, and rejects where it broke. */
export const WAYS: Record<string, (session: Session) => Promise<void>> = {
  "polls": (session) => poll(session, {}),
  "long polls": (session) => poll(session, { prefer: "wait=10" }),
  "event streams": stream,
  "WebSockets": socket,
};

async function poll({ url, call, after, cut, take }: Session, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(`${url}/messages?to=callee&after=${after}`, {
    headers: { "if-match": call, ...headers },
    signal: cut,
  });
  const { messages } = await answer.json();
  assertEquals(answer.status, 200);
  messages.every(take);
}

async function stream({ url, call, after, cut, take }: Session): Promise<void> {
  const answer = await fetch(`${url}/messages?to=callee`, {
    headers: { accept: "text/event-stream", ...(after === 0 ? {} : { "last-event-id": `${call}.${after}` }) },
    signal: cut,
  });
  assertEquals(answer.status, 200);
  const events = readEvents(answer);
  for (let event = await events.next(); event !== null; event = await events.next()) {
    assert(event.event === undefined, event.data);
    if (event.data !== undefined && !take(JSON.parse(event.data))) break;
  }
  await events.cancel();
}

async function socket({ url, call, after, cut, take }: Session): Promise<void> {
  const query = `to=callee&after=${after}&call=${encodeURIComponent(call)}`;
  const socket = new WebSocket(`${url.replace("http", "ws")}/messages?${query}`, "toucan.v1");
  const over = Promise.withResolvers<void>();
  const leave = () => socket.close();
  socket.addEventListener("message", ({ data }) => {
    if (!JSON.parse(data).messages.every(take)) leave();
  });
  socket.addEventListener("close", () => over.resolve());
  cut.addEventListener("abort", leave);
  await over.promise;
  // A socket does not say why it broke.
  if (!cut.aborted) throw new TypeError("The socket was closed");
}

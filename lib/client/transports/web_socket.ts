import {
  addressOf,
  parseJson,
  parseNews,
  parseReceipt,
  type Posting,
  propertiesOf,
  type Receipt,
  type Side,
} from "../../protocol/mod.ts";
import { Interrupted } from "../signaling_error.ts";
import { failureOf, type Line, OPEN_MS } from "./transport.ts";

/** Opens a WebSocket with toucan's subprotocol, at a path that may be relative to the page. */
export type CreateSocket = (path: string) => WebSocket;

/** How long an acknowledgement may take. */
const ACK_MS = 10_000;

/** A socket silent for this long is opened anew, since a browser doesn't show whether pings still arrive. */
const SILENCE_MS = 120_000;

/** A posting that isn't acknowledged yet. */
interface Sending extends PromiseWithResolvers<Receipt> {
  readonly id: number;
  readonly text: string;
  timer?: ReturnType<typeof setTimeout>;
}

/** Creates a line that hears and says over one WebSocket. */
export function createWebSocketLine(
  { base, role, createSocket, now }: { base: string; role: Side; createSocket: CreateSocket; now(): number },
): Line {
  let sendings: Sending[] = [];
  let flush = () => {};
  let lastId = 0;

  function settle(id: unknown): Sending | undefined {
    const sending = sendings.find((it) => it.id === id);
    sendings = sendings.filter((it) => it !== sending);
    clearTimeout(sending?.timer);
    return sending;
  }

  return {
    name: "websocket",

    hear(cursor, { asked, opened, heard }, abort) {
      const { promise, reject } = Promise.withResolvers<never>();
      const listening = new AbortController();
      const listen = { signal: listening.signal };
      let socket: WebSocket | undefined;

      const end = (reason: unknown) => {
        clearTimeout(timer);
        listening.abort();
        socket?.close();
        flush = () => {};
        for (const { id } of [...sendings]) settle(id)?.reject(new Interrupted("Not acknowledged"));
        reject(reason);
      };
      let timer: ReturnType<typeof setTimeout>;
      const allow = (ms: number) => {
        clearTimeout(timer);
        timer = setTimeout(() => end(new Interrupted("The WebSocket is silent")), ms);
      };
      allow(OPEN_MS);

      const receive = (text: unknown) => {
        const value = propertiesOf(parseJson(String(text)));
        allow(SILENCE_MS);
        if (value.type === "ack") return settle(value.id)?.resolve(parseReceipt(value, now(), false));
        const news = parseNews(value);
        if (news !== undefined) return heard(news);
        const failure = failureOf(value);
        if (value.id === undefined) end(failure);
        else settle(value.id)?.reject(failure);
      };

      try {
        abort.throwIfAborted();
        asked();
        socket = createSocket(base + addressOf(role, cursor));
      } catch (error) {
        end(abort.aborted ? abort.reason : new Interrupted(String(error)));
        return promise;
      }
      const open = socket;
      flush = () => {
        if (open.readyState !== WebSocket.OPEN) return;
        for (const sending of sendings.filter(({ timer }) => timer === undefined)) {
          sending.timer = setTimeout(() => end(new Interrupted("The WebSocket is dead")), ACK_MS);
          open.send(sending.text);
        }
      };
      abort.addEventListener("abort", () => end(abort.reason), listen);
      open.addEventListener("open", () => {
        allow(SILENCE_MS);
        opened();
        flush();
      }, listen);
      open.addEventListener("message", ({ data }) => receive(data), listen);
      open.addEventListener("close", () => end(new Interrupted("The WebSocket was closed")), listen);
      return promise;
    },

    say({ messages, call, key }: Posting): Promise<Receipt> {
      const id = ++lastId;
      const text = JSON.stringify({ id, key, ...(call === "" ? {} : { call }), messages });
      const sending: Sending = { id, text, ...Promise.withResolvers<Receipt>() };
      sendings.push(sending);
      flush();
      return sending.promise;
    },
  };
}

import { createEventStreamLine } from "./event_stream.ts";
import { createWire, type Wire } from "./fall_back.ts";
import { createHttp, type HttpOptions } from "./http.ts";
import { createPollLine } from "./poll.ts";
import { createPost } from "./posting.ts";
import type { Side } from "../../protocol/mod.ts";
import type { Note } from "../journal.ts";
import { type Line, type TransportName, TRANSPORTS } from "./transport.ts";
import { type CreateSocket, createWebSocketLine } from "./web_socket.ts";

export type { Wire } from "./fall_back.ts";
export type { HttpOptions } from "./http.ts";
export type { CreateSocket } from "./web_socket.ts";
export { type News, type TransportName, TRANSPORTS } from "./transport.ts";

/** What a side's way to its room is made of. */
export interface TransportOptions extends HttpOptions {
  role: Side;
  /** Those to be used, the best one first. */
  transports: readonly TransportName[];
  /** `undefined` where there are no WebSockets. */
  createSocket: CreateSocket | undefined;
  /** Epoch milliseconds. */
  now(): number;
  /** Is told when another transport is taken than the first one. */
  onTransport(name: TransportName): void;
  note: Note;
}

/** The transport that a text names, if it is one. */
export function parseTransport(text: string | null): TransportName | undefined {
  return TRANSPORTS.find((name) => name === text);
}

/** Opens a side's way to its room; nothing is sent before it is used. */
export function openWire({ transports, ...options }: TransportOptions): Wire {
  const lines = transports.map((name) => createLine(name, options)).filter((line) => line !== undefined);
  return createWire({ ...options, lines, post: createPost({ ...options, http: createHttp(options) }) });
}

function createLine(name: TransportName, options: Omit<TransportOptions, "transports">): Line | undefined {
  const { createSocket } = options;
  switch (name) {
    case "websocket":
      return createSocket && createWebSocketLine({ ...options, createSocket });
    case "event-stream":
      return createEventStreamLine(options);
    case "long-poll":
    case "short-poll":
      return createPollLine({ ...options, name });
    default:
      return name satisfies never;
  }
}

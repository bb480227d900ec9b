import type { Side } from "../protocol/mod.ts";
import type { ChatMessage, SendResult } from "./chat.ts";
import type { CallState } from "./state.ts";

/** What a page needs to know to draw a call. */
export interface CallView {
  readonly state: CallState;
  readonly messages: readonly ChatMessage[];
  /** `"short"` where something on the way cuts long requests. */
  readonly polling: "long" | "short";
}

/** What a call is made of. */
export interface CallOptions {
  /** The room's API base: `""` for the lobby, `"/rooms/tea"`. */
  base: string;
  iceServers: RTCIceServer[];
  onChange(view: CallView): void;
}

/** What a call takes from the browser. */
export interface CallDeps {
  fetch: typeof fetch;
  /** `undefined` where the browser has no WebRTC. */
  createPeer: ((configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
  /** Epoch milliseconds. */
  now(): number;
  /** From 0 to less than 1. */
  random(): number;
}

/** One side of calls in one room, one at a time. */
export interface Call {
  /** Starts afresh, from `idle` or `ended`; ignored elsewhere. */
  start(role: Side): void;
  /** Sends a chat message, or says in words why not. */
  send(text: string): SendResult;
  hangUp(): void;
  /** The page goes away: releases all, and hangs up. */
  close(): void;
}

/** Makes a call, idle at first. */
export function createCall(options: CallOptions, _deps: Partial<CallDeps> = {}): Call {
  const state: CallState = { phase: "idle" };
  const show = () => options.onChange({ state, messages: [], polling: "long" });
  return { start: show, send: () => ({ sent: false, problem: "Not connected" }), hangUp: show, close: show };
}

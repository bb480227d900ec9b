import type { Side } from "../protocol/mod.ts";
import { type Attempt, createAttempt } from "./attempt.ts";
import { browserDeps } from "./browser.ts";
import { step } from "./call.ts";
import type { ChatMessage, SendResult } from "./chat.ts";
import { problem } from "./chat_outgoing.ts";
import type { Happening, JournalEntry } from "./journal.ts";
import type { CallEvent, CallState, Effect } from "./state.ts";
import { deleteRoom } from "./transports/http.ts";
import { type CreateSocket, type TransportName, TRANSPORTS } from "./transports/mod.ts";

/** What a page needs to know to draw a call. */
export interface CallView {
  readonly state: CallState;
  readonly messages: readonly ChatMessage[];
  /** The other side is writing a message. */
  readonly typing: boolean;
  /** How the server is spoken to: the best way that works. */
  readonly transport: TransportName;
}

/** What a call is made of. */
export interface CallOptions {
  /** The room's API base: `""` for the lobby, `"/rooms/tea"`. */
  base: string;
  iceServers: RTCIceServer[];
  /** The one transport to use, for tests and where one knows better; by default the best one that works. */
  transport?: TransportName | undefined;
  /** Only relayed paths are used: for finding out whether a TURN server works. */
  relayOnly?: boolean;
  onChange(view: CallView): void;
  /** Is told all that happens, as it happens. */
  onEntry?(entry: JournalEntry): void;
  /** What this side's hello says besides, such as what else the page can do. */
  greeting?: Record<string, unknown>;
  /** Is told what the other side says beside the chat, its hello too: untrusted. */
  onBeside?(message: Record<string, unknown>): void;
  /** Is told of each channel that the other side makes beside the chat's. */
  onChannel?(channel: RTCDataChannel): void;
}

/** What a call takes from the browser. */
export interface CallDeps {
  fetch: typeof fetch;
  /** `undefined` where the browser has no WebRTC. */
  createPeer: ((configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
  /** `undefined` where there are no WebSockets. */
  createSocket: CreateSocket | undefined;
  /** Epoch milliseconds. */
  now(): number;
  /** From 0 to less than 1. */
  random(): number;
}

/** One side of calls in one room, one at a time. */
export interface Call {
  /** Starts afresh, from `idle` or `ended`; ignored elsewhere. */
  start(role: Side): void;
  /** Sends a chat message, or says why not. */
  send(text: string): SendResult;
  /** The person here is writing one: lets the other side know. */
  typed(): void;
  hangUp(): void;
  /** Says something beside the chat, if the other side can hear it: JSON with a `type`. */
  sayBeside(message: Record<string, unknown>): void;
  /** Makes a further data channel; `undefined` while there is no connection. */
  openChannel(label: string, init?: RTCDataChannelInit): RTCDataChannel | undefined;
  /** The connection's statistics; `undefined` while there is none. */
  stats(): Promise<RTCStatsReport | undefined>;
  /** The machine is on a network again, or on another one: an open call looks for its path anew. */
  networkChanged(): void;
  /** The machine may be on another network: an open call looks for its path anew if the other side doesn't answer. */
  checkPath(): void;
  /** The page goes away: releases all, and hangs up. */
  close(): void;
}

/** Makes a call, idle at first. */
export function createCall(options: CallOptions, deps: Partial<CallDeps> = {}): Call {
  const { createPeer, ...rest } = { ...browserDeps(), ...deps };
  const { base, iceServers, relayOnly = false, onChange } = options;
  const transports = TRANSPORTS.filter((name) => {
    return options.transport === undefined ? name !== "websocket" || rest.createSocket : name === options.transport;
  });
  const transport = transports[0] ?? "short-poll";
  const events: CallEvent[] = [];
  let view: CallView = { state: { phase: "idle" }, messages: [], typing: false, transport };
  let attempt: Attempt | undefined;
  let draining = false;
  let seq = 0;

  function note(happening: Happening & { restart?: true }) {
    options.onEntry?.({ seq: ++seq, at: rest.now(), ...happening });
  }

  function update(change: Partial<CallView>) {
    view = { ...view, ...change };
    onChange(view);
  }

  // Effects may report at once: one event is done with before the next one is looked at.
  function dispatch(event: CallEvent) {
    events.push(event);
    if (draining) return;
    draining = true;
    try {
      for (let next = events.shift(); next !== undefined; next = events.shift()) handle(next);
    } finally {
      draining = false;
    }
  }

  function handle(event: CallEvent) {
    const [state, effects] = step(view.state, event);
    const isFresh = event.type === "start" && state !== view.state;
    if (state.phase !== view.state.phase) notePhase(state);
    effects.forEach(perform);
    if (state === view.state) return;
    // Nobody types into a call that is over.
    if (state.phase === "ended") update({ state, typing: false });
    else update(isFresh ? { state, messages: [], typing: false, transport } : { state });
  }

  function notePhase({ phase, ...more }: CallState) {
    const { role, reason, detail } = more as Partial<Extract<CallState, { phase: "ended" }>>;
    note({
      type: "phase",
      phase,
      ...(role === undefined ? {} : { role }),
      ...(reason === undefined ? {} : { reason }),
      ...(detail === undefined ? {} : { detail }),
    });
  }

  function perform(effect: Effect) {
    if (effect.do === "begin") attempt = begin(effect.role);
    else if (effect.do === "delete-room") {
      note({ type: "deleted" });
      deleteRoom({ base, ...rest }, effect.etag).catch(() => {});
    } else guard(() => attempt?.perform(effect));
    if (effect.do === "release") attempt = undefined;
  }

  function begin(role: Side): Attempt | undefined {
    if (createPeer === undefined) return void dispatch({ type: "unsupported" });
    return createAttempt({
      role,
      base,
      configuration: { iceServers, ...(relayOnly ? { iceTransportPolicy: "relay" } : {}) },
      createPeer,
      ...rest,
      report: dispatch,
      onMessages: (messages) => update({ messages }),
      onTyping: (typing) => update({ typing }),
      // A call's next attempt needn't find out again.
      transports: transports.slice(transports.indexOf(view.transport)),
      onTransport: (transport) => update({ transport }),
      note,
      greeting: options.greeting ?? {},
      onBeside: (message) => options.onBeside?.(message),
      onChannel: (channel) => options.onChannel?.(channel),
    });
  }

  function guard(action: () => void) {
    try {
      action();
    } catch (error) {
      dispatch({ type: "fault", detail: `The browser refused: ${error instanceof Error ? error.message : error}` });
    }
  }

  return {
    start: (role) => dispatch({ type: "start", role }),
    send: (text) => attempt?.chat.send(text) ?? problem("not-connected"),
    typed: () => attempt?.chat.typed(),
    hangUp: () => dispatch({ type: "hang-up" }),
    sayBeside: (message) => attempt?.chat.sayBeside(message),
    openChannel: (label, init) => attempt?.openChannel(label, init),
    stats: async () => await attempt?.stats(),
    networkChanged: () => dispatch({ type: "network-changed" }),
    checkPath: () => dispatch({ type: "path-doubted" }),
    close: () => dispatch({ type: "close" }),
  };
}

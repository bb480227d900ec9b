import type { Side } from "../protocol/mod.ts";
import { type Attempt, createAttempt } from "./attempt.ts";
import { browserDeps } from "./browser.ts";
import { step } from "./call.ts";
import type { ChatMessage, SendResult } from "./chat.ts";
import { problem } from "./chat_outgoing.ts";
import type { Happening, JournalEntry } from "./journal.ts";
import type { ServerState } from "./signaling.ts";
import type { CallEvent, CallState, Effect } from "./state.ts";
import { deleteRoom } from "./transports/http.ts";
import { type CreateSocket, type TransportName, TRANSPORTS } from "./transports/mod.ts";

/** A call as a page draws it. */
export interface CallView {
  readonly state: CallState;
  /** Of all calls so far, oldest first. */
  readonly messages: readonly ChatMessage[];
  /** The other side is typing. */
  readonly typing: boolean;
  /** The transport to the server: the best one that works. */
  readonly transport: TransportName;
  /** Whether the server responds, as far as the call needs it. */
  readonly server: ServerState;
}

/** Options of a call. */
export interface CallOptions {
  /** The room's API base: `""` for the lobby, `"/rooms/tea"`. */
  base: string;
  iceServers: RTCIceServer[];
  /** The only transport to use; by default the best one that works. */
  transport?: TransportName | undefined;
  /** Uses relayed paths only, to find out whether a TURN server works. */
  relayOnly?: boolean;
  onChange(view: CallView): void;
  /** Receives the journal, entry by entry. */
  onEntry?(entry: JournalEntry): void;
  /** Added to this side's hello, such as what else the page can do. */
  greeting?: Record<string, unknown>;
  /** Receives the other side's messages beside the chat, its hello included; they are untrusted. */
  onBeside?(message: Record<string, unknown>): void;
  /** Receives channels the other side creates beside the chat's. */
  onChannel?(channel: RTCDataChannel): void;
}

/** What a call uses of the browser. */
export interface CallDeps {
  fetch: typeof fetch;
  /** `undefined` if the browser has no WebRTC. */
  createPeer: ((configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
  /** `undefined` if there are no WebSockets. */
  createSocket: CreateSocket | undefined;
  /** Epoch milliseconds. */
  now(): number;
  /** From 0 up to, but not including, 1. */
  random(): number;
}

/** One side of calls in one room, one at a time. */
export interface Call {
  /** Starts a call from `idle` or `ended`; ignored in other phases. */
  start(role: Side): void;
  /** Sends a chat message, or says why not. */
  send(text: string): SendResult;
  /** Tells the other side that the person here is typing. */
  typed(): void;
  hangUp(): void;
  /** Sends JSON with a `type` beside the chat, if the channel is open. */
  sayBeside(message: Record<string, unknown>): void;
  /** Creates another data channel; `undefined` without a connection. */
  openChannel(label: string, init?: RTCDataChannelInit): RTCDataChannel | undefined;
  /** The connection's statistics; `undefined` without a connection. */
  stats(): Promise<RTCStatsReport | undefined>;
  /** The device is online again, or on another network: restarts ICE of an open call. */
  networkChanged(): void;
  /** The device may be on another network: restarts ICE of an open call if the other side doesn't respond. */
  checkPath(): void;
  /** The page goes away: hangs up and releases everything. */
  close(): void;
}

/** Creates an idle call. */
export function createCall(options: CallOptions, deps: Partial<CallDeps> = {}): Call {
  const { createPeer, ...rest } = { ...browserDeps(), ...deps };
  const { base, iceServers, relayOnly = false, onChange } = options;
  const transports = TRANSPORTS.filter((name) => {
    return options.transport === undefined ? name !== "websocket" || rest.createSocket : name === options.transport;
  });
  const transport = transports[0] ?? "short-poll";
  const events: CallEvent[] = [];
  let view: CallView = { state: { phase: "idle" }, messages: [], typing: false, transport, server: "ok" };
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

  // Effects may report synchronously: finish one event before the next.
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
    // No one is typing in a call that is over.
    if (state.phase === "ended") update({ state, typing: false, server: "ok" });
    else if (isFresh) update({ state, typing: false, transport });
    // Nor does an open call need the server.
    else update(state.phase === "open" ? { state, server: "ok" } : { state });
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
      earlier: view.messages,
      onTyping: (typing) => update({ typing }),
      // Skip the transports that have failed in this call.
      transports: transports.slice(transports.indexOf(view.transport)),
      onTransport: (transport) => update({ transport }),
      onServer: (server) => server === view.server || update({ server }),
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

import { Refusal, type Side } from "../protocol/mod.ts";
import { type Chat, type ChatMessage, createChat, LABELS } from "./chat.ts";
import type { Note } from "./journal.ts";
import { createLocalCandidates } from "./local_candidates.ts";
import { observeChannel, observePeer } from "./observe.ts";
import { closeWhenFlushed, whenGathered } from "./peer.ts";
import { createRemoteCandidates } from "./remote_candidates.ts";
import { createRestarts } from "./restarts.ts";
import { createSignaling } from "./signaling.ts";
import { Refused, Unreachable } from "./signaling_error.ts";
import type { CallEvent, Effect, TimerName } from "./state.ts";
import type { TransportOptions } from "./transports/mod.ts";

/** What one attempt at a call does: everything but beginning it, and what outlives it. */
export type AttemptEffect = Exclude<Effect, { do: "begin" | "delete-room" }>;

/** One RTCPeerConnection and everything around it. After `release` nothing of it is left, and nothing is reported. */
export interface Attempt {
  perform(effect: AttemptEffect): void;
  readonly chat: Pick<Chat, "send" | "typed" | "sayBeside">;
  /** A further data channel; `undefined` where there is no connection to make it on. */
  openChannel(label: string, init?: RTCDataChannelInit): RTCDataChannel | undefined;
  stats(): Promise<RTCStatsReport | undefined>;
}

export interface AttemptOptions extends Omit<TransportOptions, "abort"> {
  configuration: RTCConfiguration;
  createPeer(configuration: RTCConfiguration): RTCPeerConnection;
  report(event: CallEvent): void;
  onMessages(messages: readonly ChatMessage[]): void;
  onTyping(types: boolean): void;
  /** What this side's hello says besides. */
  greeting: Record<string, unknown>;
  /** Is told what the other side says beside the chat. */
  onBeside(message: Record<string, unknown>): void;
  /** Is told of a channel that the other side made beside the chat's. */
  onChannel(channel: RTCDataChannel): void;
}

/** How long a description is held back for the candidates that come at once, so that they need no request of their own. */
const GATHER_MS: Record<Side, number> = { caller: 25, callee: 5 };

/** Prepares an attempt; nothing happens before the first effect. */
export function createAttempt(options: AttemptOptions): Attempt {
  const { role, now } = options;
  const attempt = new AbortController();
  const signaling = new AbortController();
  const timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  let opened: RTCPeerConnection | undefined;

  // The one place where what arrives too late is dropped.
  const live = <A extends unknown[]>(tell: (...args: A) => void) => (...args: A) => {
    if (!attempt.signal.aborted) tell(...args);
  };
  const report = live(options.report);
  const onTransport = live(options.onTransport);
  const onBeside = live(options.onBeside);
  const note: Note = live(options.note);
  const server = createSignaling({ ...options, abort: signaling.signal, onTransport, note });
  const restarts = createRestarts({
    ...options,
    peer,
    say: (message) => chat.sayBeside(message),
    report,
    onTransport,
    note,
    abort: attempt.signal,
  });
  const chat: Chat = createChat({
    report,
    now,
    greeting: { ...options.greeting, ...restarts.greeting },
    onBeside(message) {
      restarts.hear(message);
      onBeside(message);
    },
    abort: attempt.signal,
    onMessages: live(options.onMessages),
    onTyping: live(options.onTyping),
  });
  const local = createLocalCandidates({
    post: (batch) => server.postCandidates(role, batch),
    isCostly: () => server.isCostly,
    abort: signaling.signal,
  });
  const remote = createRemoteCandidates({
    fetchMore: (after) => server.readCandidates(role === "caller" ? "callee" : "caller", after),
    add: (candidate) => peer().addIceCandidate(candidate),
    isConnected: () => peer().connectionState === "connected",
    onLost: (error) => error instanceof Refused && report({ type: "call-over", code: error.code }),
    abort: signaling.signal,
  });

  function peer(): RTCPeerConnection {
    return opened ??= openPeer();
  }

  function openPeer(): RTCPeerConnection {
    const peer = options.createPeer(options.configuration);
    const listen = { signal: attempt.signal };
    // First of all: the journal tells what happened before what was done about it.
    observePeer(peer, { note, abort: attempt.signal });
    peer.addEventListener("icecandidate", ({ candidate }) => {
      local.add(candidate);
      restarts.add(candidate);
    }, listen);
    peer.addEventListener("connectionstatechange", () => {
      report({ type: "connection", state: peer.connectionState });
    }, listen);
    peer.addEventListener("datachannel", ({ channel }) => take(channel), listen);
    return peer;
  }

  function take(channel: RTCDataChannel) {
    observeChannel(channel, { note, abort: attempt.signal });
    if (isOfChat(channel.label)) chat.attach(channel);
    else options.onChannel(channel);
  }

  async function makeOffer(): Promise<CallEvent> {
    Object.values(LABELS).forEach((label) => take(peer().createDataChannel(label)));
    return { type: "offer-made", sdp: await describe(await peer().createOffer()) };
  }

  async function makeAnswer(sdp: string): Promise<CallEvent> {
    await apply({ type: "offer", sdp });
    return { type: "answer-made", sdp: await describe(await peer().createAnswer()) };
  }

  async function apply(description: RTCSessionDescriptionInit): Promise<void> {
    await peer().setRemoteDescription(description);
    remote.ready();
  }

  async function describe(description: RTCSessionDescriptionInit): Promise<string> {
    const applied = peer().setLocalDescription(description);
    if (role === "callee" && !server.isCostly) {
      // The caller is waiting: what the browser adds on the way follows by itself.
      tell(applied, attempt.signal);
      return description.sdp ?? "";
    }
    await applied;
    await whenGathered(peer(), GATHER_MS[role], attempt.signal);
    return peer().localDescription?.sdp ?? "";
  }

  function tell(event: Promise<CallEvent | void>, until: AbortSignal) {
    event.then(
      (event) => event !== undefined && report(event),
      (error) => !until.aborted && report(eventOf(error, now())),
    );
  }

  function clear(name: TimerName) {
    clearTimeout(timers.get(name));
    timers.delete(name);
  }

  function release(bye: "flushed" | "now" | undefined) {
    const channel = bye === undefined ? undefined : chat.sayBye();
    if (bye !== undefined) restarts.leave();
    restarts.stop();
    attempt.abort();
    signaling.abort();
    timers.forEach(clearTimeout);
    if (opened === undefined) return;
    if (channel !== undefined && bye === "flushed") closeWhenFlushed(opened, channel);
    else opened.close();
  }

  function perform(effect: AttemptEffect) {
    const asked = signaling.signal;
    switch (effect.do) {
      case "make-offer":
        return tell(makeOffer(), attempt.signal);
      case "post-offer":
        return tell(server.postOffer(effect.sdp, effect.renews).then((it) => ({ type: "offer-posted", ...it })), asked);
      case "read-answer":
        return tell(server.readAnswer(effect.etag).then((sdp) => ({ type: "answer-found", sdp })), asked);
      case "apply-answer":
        return tell(apply({ type: "answer", sdp: effect.sdp }), attempt.signal);
      case "read-offer":
        tell(
          server.readOffer(effect.newerThan, () => report({ type: "room-empty" }))
            .then((it) => ({ type: "offer-found", ...it })),
          asked,
        );
        // While the request is on its way there is time for what takes some.
        return void peer();
      case "make-answer":
        return tell(makeAnswer(effect.sdp), attempt.signal);
      case "post-answer":
        return tell(server.postAnswer(effect.sdp, effect.etag).then(() => ({ type: "answer-posted" })), asked);
      case "send-candidates":
        return local.follow(effect.sdp);
      case "read-candidates":
        return remote.read(effect.sdp);
      case "restart":
        return restarts.restart(effect.over);
      case "probe":
        return restarts.probe();
      case "set-timer":
        clear(effect.name);
        return void timers.set(
          effect.name,
          setTimeout(() => report({ type: "timer", name: effect.name }), effect.ms),
        );
      case "clear-timer":
        return clear(effect.name);
      case "stop-signaling":
        restarts.stop();
        return signaling.abort();
      case "release":
        return release(effect.bye);
      default:
        return effect satisfies never;
    }
  }

  return {
    perform,
    chat,
    openChannel(label, init) {
      const channel = opened?.createDataChannel(label, init);
      if (channel !== undefined) observeChannel(channel, { note, abort: attempt.signal });
      return channel;
    },
    stats: async () => await opened?.getStats(),
  };
}

function isOfChat(label: string): boolean {
  return Object.values<string>(LABELS).includes(label);
}

function eventOf(error: unknown, at: number): CallEvent {
  if (error instanceof Refused) return { type: "refused", code: error.code, detail: error.message, at };
  if (error instanceof Unreachable) return { type: "unreachable", detail: error.message };
  // The other side's description was none.
  if (error instanceof Refusal) return { type: "fault", detail: error.message };
  return { type: "fault", detail: `The browser refused: ${error instanceof Error ? error.message : String(error)}` };
}

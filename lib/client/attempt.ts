import type { IceCandidate } from "../protocol/mod.ts";
import { type Chat, type ChatMessage, createChat, LABELS } from "./chat.ts";
import { eventOfEnd, eventOfError, eventOfMessage } from "./events.ts";
import type { Note } from "./journal.ts";
import { createLocalCandidates } from "./local_candidates.ts";
import { observeChannel, observePeer } from "./observe.ts";
import { closeWhenFlushed, whenGathered } from "./peer.ts";
import { createRestarts } from "./restarts.ts";
import { createSignaling, type ServerState } from "./signaling.ts";
import type { CallEvent, Effect, TimerName } from "./state.ts";
import { createTransports, type TransportName, type TransportOptions } from "./transports/mod.ts";

/** The effects an attempt performs: all but its own beginning, and those that outlive it. */
type AttemptEffect = Exclude<Effect, { do: "begin" | "delete-room" }>;

/** One RTCPeerConnection and everything around it. After `release` nothing is left of it, and nothing is reported. */
export interface Attempt {
  perform(effect: AttemptEffect): void;
  readonly chat: Pick<Chat, "send" | "typed" | "sayBeside">;
  /** Creates another data channel; `undefined` if there is no connection. */
  openChannel(label: string, init?: RTCDataChannelInit): RTCDataChannel | undefined;
  stats(): Promise<RTCStatsReport | undefined>;
}

interface AttemptOptions extends Omit<TransportOptions, "abort"> {
  configuration: RTCConfiguration;
  createPeer(configuration: RTCConfiguration): RTCPeerConnection;
  report(event: CallEvent): void;
  /** Another transport is used from now on. */
  onTransport(name: TransportName): void;
  /** Whether the server responds. */
  onServer(state: ServerState): void;
  note: Note;
  onMessages(messages: readonly ChatMessage[]): void;
  /** Messages of earlier calls, which stay. */
  earlier: readonly ChatMessage[];
  onTyping(types: boolean): void;
  /** Added to this side's hello. */
  greeting: Record<string, unknown>;
  /** Receives the other side's messages beside the chat. */
  onBeside(message: Record<string, unknown>): void;
  /** Receives channels the other side created beside the chat's. */
  onChannel(channel: RTCDataChannel): void;
}

/** Prepares an attempt; nothing happens before the first effect. */
export function createAttempt(options: AttemptOptions): Attempt {
  const { now } = options;
  const attempt = new AbortController();
  const signaling = new AbortController();
  const timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  let opened: RTCPeerConnection | undefined;
  /** The other side's description, once it is applied. */
  let applied: Promise<void> = Promise.resolve();
  let call = "";

  // The one place that drops what arrives too late.
  const live = <A extends unknown[]>(tell: (...args: A) => void) => (...args: A) => {
    if (!attempt.signal.aborted) tell(...args);
  };
  const report = live((event: CallEvent | void) => event !== undefined && options.report(event));
  const onTransport = live(options.onTransport);
  const onServer = live(options.onServer);
  const onBeside = live(options.onBeside);
  const note: Note = live(options.note);
  const forServer = { ...options, abort: signaling.signal };
  const server = createSignaling({
    ...forServer,
    ...createTransports(forServer),
    onMessage: (message, call) => report(eventOfMessage(message, call)),
    onOver: (error) => report(eventOfEnd(error, now())),
    onTransport,
    onServer,
    note,
  });
  const restarts = createRestarts({
    ...options,
    peer,
    say: (message) => chat.sayBeside(message),
    report,
    onTransport,
    onServer,
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
    earlier: options.earlier,
    onTyping: live(options.onTyping),
  });
  const local = createLocalCandidates((messages) => server.say(messages, call));

  function peer(): RTCPeerConnection {
    return opened ??= openPeer();
  }

  function openPeer(): RTCPeerConnection {
    const peer = options.createPeer(options.configuration);
    const listen = { signal: attempt.signal };
    // First, so that the journal has an event before its effects.
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
    await peer().setLocalDescription(await peer().createOffer());
    return { type: "offer-made", sdp: await whenGathered(peer(), attempt.signal) };
  }

  async function makeAnswer(sdp: string): Promise<CallEvent> {
    await apply({ type: "offer", sdp });
    const answer = await peer().createAnswer();
    // The caller is waiting: candidates follow.
    tell(peer().setLocalDescription(answer), attempt.signal);
    return { type: "answer-made", sdp: answer.sdp ?? "" };
  }

  async function postOffer(sdp: string, call = ""): Promise<CallEvent> {
    const { call: etag, ttlMs } = await server.say([{ type: "offer", sdp }], call);
    return { type: "offer-posted", offer: { etag, expiresAt: now() + ttlMs }, ttlMs };
  }

  async function postAnswer(sdp: string, call: string): Promise<CallEvent> {
    await server.say([{ type: "answer", sdp }], call);
    return { type: "answer-posted" };
  }

  function apply(description: RTCSessionDescriptionInit): Promise<void> {
    return applied = peer().setRemoteDescription(description);
  }

  /** Adds a candidate once its description is applied; browsers refuse it before. */
  function add(candidate: IceCandidate) {
    // One that the browser can't use is one path less.
    applied.then(() => peer().addIceCandidate(candidate)).catch(() => {});
  }

  function tell(event: Promise<CallEvent | void>, until: AbortSignal) {
    event.then(report, (error) => until.aborted || report(eventOfError(error, now())));
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
        return tell(postOffer(effect.sdp, effect.renews), asked);
      case "apply-answer":
        return tell(apply({ type: "answer", sdp: effect.sdp }), attempt.signal);
      case "hear":
        server.hear(effect.call);
        // Creating a connection takes a while: do it while the request is on its way.
        return void peer();
      case "make-answer":
        return tell(makeAnswer(effect.sdp), attempt.signal);
      case "post-answer":
        return tell(postAnswer(effect.sdp, effect.etag), asked);
      case "send-candidates":
        call = effect.call;
        return local.follow(effect.sdp);
      case "add-candidate":
        return add(effect.candidate);
      case "restart":
        return restarts.restart(effect.over);
      case "probe":
        return restarts.probe();
      case "set-timer":
        clear(effect.name);
        return void timers.set(effect.name, setTimeout(report, effect.ms, { type: "timer", name: effect.name }));
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

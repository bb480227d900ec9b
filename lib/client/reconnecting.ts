import type { CallEvent, Effect, Step } from "./state.ts";
import { end, type EndOptions, type InPhase, stay } from "./transition.ts";

/** How long the other side may take to answer over the channel before the restart goes over the server. */
const ANSWER_MS = 2_000;

/** How long a restart may take before the next one begins. */
const RESTART_MS = 15_000;

/** How long to wait after a restart that failed, or a server that was unreachable. */
const RETRY_MS = 2_000;

/** How long a call may be without a connection: a train in a tunnel, a router that reboots. */
const RECONNECT_TIMEOUT_MS = 120_000;

/** The same if the other side can't restart ICE, so that the path can only come back by itself. */
const GAP_TIMEOUT_MS = 6_000;

const LOST: EndOptions = { detail: "The connection was lost", code: "lost" };

/** Starts to reconnect: restarts ICE, again and again if need be. */
export function reconnect({ role, connected }: InPhase<"open">): Step {
  return [{ phase: "reconnecting", role, connected, settled: false, outdated: false }, [
    { do: "clear-timer", name: "gap" },
    { do: "set-timer", name: "reconnect", ms: RECONNECT_TIMEOUT_MS },
    ...restart(connected),
  ]];
}

/** The peers look for another path; the channels stay, with everything that waits in them. */
export function whileReconnecting(state: InPhase<"reconnecting">, event: CallEvent): Step {
  switch (event.type) {
    case "restarted":
      if (state.outdated) return startOver(state);
      return state.connected ? reopen(state) : [{ ...state, settled: true }, [{ do: "clear-timer", name: "answer" }]];
    case "connection":
      return connection(state, event.state);
    case "network-changed":
    case "path-doubted":
      // A new offer in place of one that is under way makes the browser gather again, so this one is finished first.
      return state.connected && !state.settled ? stay({ ...state, outdated: true }) : startOver(state);
    case "timer":
      return timer(state, event);
    case "unreachable":
      return [state, [{ do: "set-timer", name: "again", ms: RETRY_MS }]];
    case "restart-impossible":
      return state.connected ? reopen(state) : [state, [
        { do: "clear-timer", name: "answer" },
        { do: "clear-timer", name: "again" },
        { do: "set-timer", name: "reconnect", ms: GAP_TIMEOUT_MS },
      ]];
    case "channel-closed":
      // Without a path the other side can't have closed it: the browser gave up, as Firefox does now and then.
      return state.connected ? end(state, "left") : end(state, "failed", LOST);
    case "bye":
      return end(state, "left");
    default:
      return stay(state);
  }
}

function connection(state: InPhase<"reconnecting">, now: RTCPeerConnectionState): Step {
  const next = { ...state, connected: now === "connected" };
  // The old path is back: restart over the channel if the other side hasn't taken part yet.
  if (next.connected) return state.settled ? reopen(state) : state.connected ? stay(state) : startOver(next);
  const isLost = now === "failed" || now === "disconnected";
  if (now === "failed" && state.settled) return [next, [{ do: "set-timer", name: "again", ms: RETRY_MS }]];
  // A restart under way over the server continues.
  return isLost && state.connected ? startOver(next) : [next, []];
}

function timer(state: InPhase<"reconnecting">, { name }: Extract<CallEvent, { type: "timer" }>): Step {
  switch (name) {
    case "answer":
      return state.settled ? stay(state) : [{ ...state, outdated: false }, restart(false)];
    case "again":
      return startOver(state);
    case "reconnect":
      return end(state, "failed", LOST);
    default:
      return stay(state);
  }
}

function startOver(state: InPhase<"reconnecting">): Step {
  return [{ ...state, settled: false, outdated: false }, restart(state.connected)];
}

/** Over the channel only while connected: an offer sent over a dead channel arrives when it is outdated. */
function restart(connected: boolean): Effect[] {
  return [
    { do: "restart", over: connected ? "channel" : "server" },
    { do: "set-timer", name: "again", ms: RESTART_MS },
    connected ? { do: "set-timer", name: "answer", ms: ANSWER_MS } : { do: "clear-timer", name: "answer" },
  ];
}

function reopen({ role }: InPhase<"reconnecting">): Step {
  return [{ phase: "open", role, connected: true }, [
    { do: "clear-timer", name: "answer" },
    { do: "clear-timer", name: "again" },
    { do: "clear-timer", name: "reconnect" },
    { do: "stop-signaling" },
  ]];
}

import type { CallEvent, Effect, Step } from "./state.ts";
import { end, type EndOptions, type InPhase, stay } from "./transition.ts";

/** How long the other side may take to answer over the channel before the server is asked to help. */
const ANSWER_MS = 2_000;

/** How long one restart may take before there is another. */
const RESTART_MS = 15_000;

/** How long to leave a server alone that can't be reached, or a path that can't be found. */
const RETRY_MS = 2_000;

/** How long a call may be without a connection: a tunnel, a reboot of the router. */
const RECONNECT_TIMEOUT_MS = 120_000;

/** The same where the other side can't restart ICE: nothing but a gap that closes by itself can help. */
const GAP_TIMEOUT_MS = 6_000;

const LOST: EndOptions = { detail: "The connection was lost", code: "lost" };

/** Starts ICE afresh, for as long as a call may be without a connection. */
export function reconnect({ role, connected }: InPhase<"open">): Step {
  return [{ phase: "reconnecting", role, connected, settled: false, outdated: false }, [
    { do: "clear-timer", name: "gap" },
    { do: "set-timer", name: "reconnect", ms: RECONNECT_TIMEOUT_MS },
    ...restart(connected),
  ]];
}

/** The channels stay as they are, with all that waits in them, while the peers look for another path. */
export function whileReconnecting(state: InPhase<"reconnecting">, event: CallEvent): Step {
  switch (event.type) {
    case "restarted":
      if (state.outdated) return startOver(state);
      return state.connected ? reopen(state) : [{ ...state, settled: true }, [{ do: "clear-timer", name: "answer" }]];
    case "connection":
      return connection(state, event.state);
    case "network-changed":
    case "path-doubted":
      // Each offer that is taken back costs the browser a search for paths of its own.
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
      // Without a path the other side can't have closed it: the browser gave up, as Firefox sometimes does at a restart.
      return state.connected ? end(state, "left") : end(state, "failed", LOST);
    case "bye":
      return end(state, "left");
    default:
      return stay(state);
  }
}

function connection(state: InPhase<"reconnecting">, now: RTCPeerConnectionState): Step {
  const next = { ...state, connected: now === "connected" };
  // The old path is back: what the other side does not know of yet reaches it by the channel.
  if (next.connected) return state.settled ? reopen(state) : state.connected ? stay(state) : startOver(next);
  const isLost = now === "failed" || now === "disconnected";
  if (now === "failed" && state.settled) return [next, [{ do: "set-timer", name: "again", ms: RETRY_MS }]];
  // A restart that is under way over the server goes on there.
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

/** Over the channel only where that may be alive: what is sent over a dead one arrives when it is out of date. */
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

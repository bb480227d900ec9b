import { reconnect } from "./reconnecting.ts";
import type { CallEvent, Step } from "./state.ts";
import { end, type EndOptions, type InPhase, stay } from "./transition.ts";

/** How long ICE and DTLS may take once both descriptions are known. */
export const CONNECT_TIMEOUT_MS = 20_000;

/** How much longer ICE may take once the call is gone from the server: someone else may have cleared the room. */
const LEFT_MS = 2_000;

/** How long an open call may be without a connection before ICE is restarted: the path often comes back by itself. */
const GAP_MS = 3_000;

/** How long the other side may take to show that it is still there. */
const PROBE_MS = 2_000;

/**
 * Both descriptions are known, and ICE looks for a path. The server no longer matters, except that the end of the call
 * may mean that the other side has left.
 */
export function whileConnecting(state: InPhase<"connecting">, event: CallEvent): Step {
  switch (event.type) {
    case "channel-open":
      return [{ phase: "open", role: state.role, connected: true }, [
        { do: "clear-timer", name: "connect" },
        { do: "stop-signaling" },
      ]];
    case "connection":
      return lostConnection(state, event.state);
    case "channel-closed":
    case "bye":
      return end(state, "left");
    case "candidate":
      return candidate(state, event);
    case "over":
      return event.code === "call-ended"
        ? [{ ...state, left: true }, [{ do: "set-timer", name: "connect", ms: LEFT_MS }]]
        : stay(state);
    case "timer":
      return event.name === "connect" ? outOfTime(state) : stay(state);
    default:
      return stay(state);
  }
}

/** Adds a candidate of the other side in this call. */
export function candidate(
  state: InPhase<"answering"> | InPhase<"connecting">,
  event: Extract<CallEvent, { type: "candidate" }>,
): Step {
  return [state, event.call === state.etag ? [{ do: "add-candidate", candidate: event.candidate }] : []];
}

/** The channel is open. */
export function whileOpen(state: InPhase<"open">, event: CallEvent): Step {
  switch (event.type) {
    case "channel-closed":
    case "bye":
      return end(state, "left");
    case "timer":
      return event.name === "gap" ? reconnect(state) : stay(state);
    case "network-changed":
      return reconnect(state);
    case "path-doubted":
      // Restarting a path that works can break it, so ask first.
      return state.connected
        ? [state, [{ do: "probe" }, { do: "set-timer", name: "gap", ms: PROBE_MS }]]
        : reconnect(state);
    case "path-alive":
      return state.connected ? [state, [{ do: "clear-timer", name: "gap" }]] : stay(state);
    case "connection":
      if (event.state === "disconnected") {
        return [{ ...state, connected: false }, [{ do: "set-timer", name: "gap", ms: GAP_MS }]];
      }
      if (event.state === "connected") return [{ ...state, connected: true }, [{ do: "clear-timer", name: "gap" }]];
      return event.state === "failed" ? reconnect({ ...state, connected: false }) : stay(state);
    default:
      return stay(state);
  }
}

/** Ends a call whose connection fails before the channel is open. */
export function lostConnection(
  state: InPhase<"answering"> | InPhase<"connecting">,
  connection: RTCPeerConnectionState,
): Step {
  return connection === "failed" ? end(state, "failed", hint(state)) : stay(state);
}

function outOfTime(state: InPhase<"connecting">): Step {
  return state.left
    ? end(state, "left", {
      detail: "The other side hung up, or gave up, before there was a connection",
      code: "left-before-connected",
    })
    : end(state, "timeout", hint(state));
}

// A callee can't know whether the caller's page was gone before it answered.
function hint({ role }: { role: string }): EndOptions {
  return role === "callee"
    ? {
      detail: "The caller may have left before you answered, or no network path connects the two of you",
      code: "caller-left-or-no-path",
    }
    : { detail: "No network path connects the two of you, or the other side left", code: "no-path-or-callee-left" };
}

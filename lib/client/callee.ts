import { CONNECT_TIMEOUT_MS, lostConnection } from "./connection.ts";
import type { CallEvent, Effect, Step } from "./state.ts";
import { end, type InPhase, stay, unlessRefused } from "./transition.ts";

/** How many offers in a row may slip away before it is taken for a fault: something on the way may spoil ETags. */
const MAX_RESTARTS = 20;

/** The callee waits for an offer, however long that takes. */
export function whileLooking(state: InPhase<"looking">, event: CallEvent): Step {
  if (event.type === "offer-found") {
    return [{ phase: "answering", role: "callee", etag: event.etag, sdp: null, restarts: state.restarts }, [
      { do: "make-answer", sdp: event.sdp },
      { do: "read-candidates", sdp: event.sdp },
    ]];
  }
  if (event.type === "room-empty") return stay(state.occupied ? { ...state, occupied: false } : state);
  return unlessRefused(state, event);
}

/** The callee has an offer, makes its answer and posts it. */
export function whileAnswering(state: InPhase<"answering">, event: CallEvent): Step {
  switch (event.type) {
    case "answer-made":
      if (state.sdp !== null) return stay(state);
      return [{ ...state, sdp: event.sdp }, [{ do: "post-answer", sdp: event.sdp, etag: state.etag }]];
    case "answer-posted":
      if (state.sdp === null) return stay(state);
      return [{ phase: "connecting", role: "callee", etag: state.etag }, [
        { do: "send-candidates", sdp: state.sdp },
        { do: "set-timer", name: "connect", ms: CONNECT_TIMEOUT_MS },
      ]];
    case "channel-open":
      return [{ phase: "open", role: "callee", connected: true }, [{ do: "stop-signaling" }]];
    case "connection":
      return lostConnection(state, event.state);
    case "refused":
      return refused(state, event);
    default:
      return unlessRefused(state, event);
  }
}

function refused(state: InPhase<"answering">, event: Extract<CallEvent, { type: "refused" }>): Step {
  if (state.restarts >= MAX_RESTARTS) return end(state, "refused", event);
  switch (event.code) {
    case "offer-replaced":
    case "no-offer":
      return lookAgain(state, false);
    case "answer-taken":
      return lookAgain(state, true);
    default:
      return unlessRefused(state, event);
  }
}

// A peer connection that has taken one offer is of no use for another's.
function lookAgain(state: InPhase<"answering">, occupied: boolean): Step {
  const reading: Effect = occupied ? { do: "read-offer", newerThan: state.etag } : { do: "read-offer" };
  return [
    { phase: "looking", role: "callee", occupied, restarts: occupied ? 0 : state.restarts + 1 },
    [{ do: "release" }, { do: "begin", role: "callee" }, reading],
  ];
}

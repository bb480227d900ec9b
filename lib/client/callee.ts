import { candidate, CONNECT_TIMEOUT_MS, lostConnection } from "./connection.ts";
import type { CallEvent, Step } from "./state.ts";
import { end, type InPhase, stay, unlessRefused } from "./transition.ts";

/** After this many offers in a row that were gone before they were answered, something on the way must spoil ETags. */
const MAX_RESTARTS = 20;

/** The callee waits for an offer, however long that takes. */
export function whileLooking(state: InPhase<"looking">, event: CallEvent): Step {
  switch (event.type) {
    case "offer":
      if (event.call === state.occupied) return stay(state);
      return [{ phase: "answering", role: "callee", etag: event.call, sdp: null, restarts: state.restarts }, [
        { do: "make-answer", sdp: event.sdp },
      ]];
    case "over":
      return over(state, event);
    default:
      return unlessRefused(state, event);
  }
}

function over(state: InPhase<"looking">, event: Extract<CallEvent, { type: "over" }>): Step {
  switch (event.code) {
    case "offer-replaced":
      return [state, [{ do: "hear", call: "" }]];
    case "call-ended":
    case "expired":
      return [{ ...state, occupied: null }, [{ do: "hear", call: "" }]];
    default:
      return end(state, "refused", event);
  }
}

/** The callee creates its answer and posts it. */
export function whileAnswering(state: InPhase<"answering">, event: CallEvent): Step {
  switch (event.type) {
    case "answer-made":
      if (state.sdp !== null) return stay(state);
      return [{ ...state, sdp: event.sdp }, [
        { do: "post-answer", sdp: event.sdp, etag: state.etag },
        { do: "send-candidates", sdp: event.sdp, call: state.etag },
      ]];
    case "answer-posted":
      if (state.sdp === null) return stay(state);
      return [{ phase: "connecting", role: "callee", etag: state.etag }, [
        { do: "set-timer", name: "connect", ms: CONNECT_TIMEOUT_MS },
      ]];
    case "candidate":
      return candidate(state, event);
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
      return lookAgain(state, null);
    case "answer-taken":
      return lookAgain(state, state.etag);
    default:
      return unlessRefused(state, event);
  }
}

// A peer connection that has taken one offer can't take another call's.
function lookAgain(state: InPhase<"answering">, occupied: string | null): Step {
  return [
    { phase: "looking", role: "callee", occupied, restarts: occupied === null ? state.restarts + 1 : 0 },
    [{ do: "release" }, { do: "begin", role: "callee" }, { do: "hear", call: "" }],
  ];
}

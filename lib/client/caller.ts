import { CONNECT_TIMEOUT_MS } from "./connection.ts";
import type { CallEvent, Step } from "./state.ts";
import { end, type InPhase, stay, unlessRefused } from "./transition.ts";

/** The caller makes its offer and posts it. */
export function whileOffering(state: InPhase<"offering">, event: CallEvent): Step {
  if (event.type === "offer-made" && state.sdp === null) {
    return [{ ...state, sdp: event.sdp }, [{ do: "post-offer", sdp: event.sdp }]];
  }
  if (event.type === "offer-posted" && state.sdp !== null) {
    return [{ phase: "waiting", role: "caller", sdp: state.sdp, offer: event.offer }, [
      { do: "read-answer", etag: event.offer.etag },
      { do: "send-candidates", sdp: state.sdp },
      { do: "set-timer", name: "renew", ms: renewalAfter(event.ttlMs) },
    ]];
  }
  return unlessRefused(state, event);
}

/** The caller's offer lies in the room until somebody answers it. */
export function whileWaiting(state: InPhase<"waiting">, event: CallEvent): Step {
  switch (event.type) {
    case "answer-found":
      return [{ phase: "connecting", role: "caller", etag: state.offer.etag }, [
        { do: "clear-timer", name: "renew" },
        { do: "apply-answer", sdp: event.sdp },
        { do: "read-candidates", sdp: event.sdp },
        { do: "set-timer", name: "connect", ms: CONNECT_TIMEOUT_MS },
      ]];
    case "timer":
      return event.name === "renew"
        ? [state, [{ do: "post-offer", sdp: state.sdp, renews: state.offer.etag }]]
        : stay(state);
    case "offer-posted":
      return [{ ...state, offer: event.offer }, [{ do: "set-timer", name: "renew", ms: renewalAfter(event.ttlMs) }]];
    case "refused":
      return refused(state, event);
    default:
      return unlessRefused(state, event);
  }
}

// A laptop that slept past the expiry finds its offer replaced or gone: expired, whatever else has happened since.
function refused(state: InPhase<"waiting">, event: Extract<CallEvent, { type: "refused" }>): Step {
  if (event.code === "expired") return end(state, "expired");
  if (event.code !== "offer-replaced" && event.code !== "no-offer") return unlessRefused(state, event);
  if (event.at >= state.offer.expiresAt) return end(state, "expired");
  return event.code === "offer-replaced"
    ? end(state, "replaced")
    : end(state, "left", { detail: "Somebody cleared the room, or the server started afresh", code: "room-cleared" });
}

// Half of its life, so that one renewal may fail; timers take 31 bits.
function renewalAfter(ttlMs: number): number {
  return Math.min(Math.max(ttlMs / 2, 250), 2 ** 31 - 1);
}

import { CONNECT_TIMEOUT_MS } from "./connection.ts";
import type { CallEvent, Step } from "./state.ts";
import { end, type InPhase, stay, unlessRefused } from "./transition.ts";

/** The caller creates its offer and posts it. */
export function whileOffering(state: InPhase<"offering">, event: CallEvent): Step {
  if (event.type === "offer-made" && state.sdp === null) {
    return [{ ...state, sdp: event.sdp }, [{ do: "post-offer", sdp: event.sdp }]];
  }
  if (event.type === "offer-posted" && state.sdp !== null) {
    return [{ phase: "waiting", role: "caller", sdp: state.sdp, offer: event.offer }, [
      { do: "hear", call: event.offer.etag },
      { do: "send-candidates", sdp: state.sdp, call: event.offer.etag },
      { do: "set-timer", name: "renew", ms: renewalAfter(event.ttlMs) },
    ]];
  }
  return unlessRefused(state, event);
}

/** The caller's offer is in the room, until someone answers it. */
export function whileWaiting(state: InPhase<"waiting">, event: CallEvent): Step {
  switch (event.type) {
    case "answer":
      if (event.call !== state.offer.etag) return stay(state);
      return [{ phase: "connecting", role: "caller", etag: state.offer.etag }, [
        { do: "clear-timer", name: "renew" },
        { do: "apply-answer", sdp: event.sdp },
        { do: "set-timer", name: "connect", ms: CONNECT_TIMEOUT_MS },
      ]];
    case "timer":
      return event.name === "renew"
        ? [state, [{ do: "post-offer", sdp: state.sdp, renews: state.offer.etag }]]
        : stay(state);
    case "offer-posted":
      return [{ ...state, offer: event.offer }, [{ do: "set-timer", name: "renew", ms: renewalAfter(event.ttlMs) }]];
    case "refused":
    case "over":
      return refused(state, event);
    default:
      return unlessRefused(state, event);
  }
}

function refused(state: InPhase<"waiting">, event: Extract<CallEvent, { type: "refused" | "over" }>): Step {
  const { code, at } = event;
  if (code === "expired") return end(state, "expired");
  const isReplaced = code === "offer-replaced";
  if (!isReplaced && code !== "no-offer" && code !== "call-ended") return end(state, "refused", event);
  // A laptop that slept past the expiry finds its offer replaced or gone: expired, whatever else has happened since.
  if (at >= state.offer.expiresAt) return end(state, "expired");
  return isReplaced
    ? end(state, "replaced")
    : end(state, "left", { detail: "Someone cleared the room, or the server was restarted", code: "room-cleared" });
}

// At half of the offer's life, so that one renewal may fail; timers take 31 bits.
function renewalAfter(ttlMs: number): number {
  return Math.min(Math.max(ttlMs / 2, 250), 2 ** 31 - 1);
}

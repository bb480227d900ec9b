import type { CallEvent, CallState, Effect, EndCode, EndReason, Step } from "./state.ts";

/** A state in which something is going on. */
export type LiveState = Exclude<CallState, { phase: "idle" | "ended" }>;

/** The arm of the union with this phase. */
export type InPhase<P extends CallState["phase"]> = Extract<CallState, { phase: P }>;

/** Nothing follows from the event. */
export function stay(state: CallState): Step {
  return [state, []];
}

/** What {@linkcode end} can be told beyond the reason. */
export interface EndOptions {
  /** What a person should read beside the reason. */
  detail?: string;
  code?: EndCode | undefined;
  /** The page goes away: nothing may be waited for. */
  atOnce?: boolean;
}

/** Ends the attempt, telling whoever may still be there: the other side by `bye`, or the room. */
export function end(state: LiveState, reason: EndReason, { detail, code, atOnce = false }: EndOptions = {}): Step {
  const effects: Effect[] = [];
  if (state.phase === "open" || state.phase === "reconnecting") {
    effects.push(reason === "hung-up" ? { do: "release", bye: atOnce ? "now" : "flushed" } : { do: "release" });
  } else {
    effects.push({ do: "release" });
    if (leavesACall(state, reason)) effects.push(deletion(state));
  }
  const more = { ...(detail === undefined ? {} : { detail }), ...(code === undefined ? {} : { code }) };
  return [{ phase: "ended", role: state.role, reason, ...more }, effects];
}

/** Ends the call for what the server said or didn't say; stays for any other event. */
export function unlessRefused(state: LiveState, event: CallEvent): Step {
  if (event.type === "refused") return end(state, "refused", event);
  if (event.type === "unreachable") return end(state, "unreachable", { ...event, code: "server-silent" });
  return stay(state);
}

// Only a call of this side may be taken out of the room: never another's, and never one that connected.
function leavesACall(state: LiveState, reason: EndReason): boolean {
  if (state.role === "callee") return state.phase === "connecting" && reason === "hung-up";
  if (state.phase === "offering") return state.sdp !== null && reason === "hung-up";
  return reason === "hung-up" || reason === "failed" || reason === "timeout" || reason === "refused";
}

function deletion(state: LiveState): Effect {
  if (state.phase === "waiting") return { do: "delete-room", etag: state.offer.etag };
  if (state.phase === "connecting") return { do: "delete-room", etag: state.etag };
  return { do: "delete-room" };
}

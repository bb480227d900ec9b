import type { CallEvent, CallState, Effect, EndCode, EndReason, Step } from "./state.ts";

/** A state of a running call. */
type LiveState = Exclude<CallState, { phase: "idle" | "ended" }>;

/** The state of one phase. */
export type InPhase<P extends CallState["phase"]> = Extract<CallState, { phase: P }>;

/** The event changes nothing. */
export function stay(state: CallState): Step {
  return [state, []];
}

/** Options of {@linkcode end}. */
export interface EndOptions {
  /** More for a person to read. */
  detail?: string;
  code?: EndCode | undefined;
  /** The page goes away: there is no time to wait. */
  atOnce?: boolean;
}

/** Ends the attempt. The other side learns it by `bye`, or, before there is a channel, by the deletion of the call. */
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

/** Ends the call if the server refused or was unreachable; ignores other events. */
export function unlessRefused(state: LiveState, event: CallEvent): Step {
  if (event.type === "refused") return end(state, "refused", event);
  return event.type === "unreachable" ? endUnreachable(state, event) : stay(state);
}

function endUnreachable(state: LiveState, event: Extract<CallEvent, { type: "unreachable" }>): Step {
  const { detail, status, code = "server-failing" } = event;
  return status === undefined
    ? end(state, "unreachable", { detail, code: "server-silent" })
    : end(state, "failing", { detail, code });
}

// Only this side's call may be deleted: never someone else's, and never one that connected.
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

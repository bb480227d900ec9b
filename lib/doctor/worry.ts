import type { CallState, ServerState } from "@/lib/client/mod.ts";

/** How long each phase may take before something seems wrong, in milliseconds. */
const PATIENCE_MS: Partial<Record<CallState["phase"], number>> = {
  offering: 6_000,
  waiting: 90_000,
  looking: 90_000,
  answering: 6_000,
  connecting: 8_000,
  reconnecting: 10_000,
};

/** How long the server may be away before something seems wrong, in milliseconds; the status says so at once. */
const OUTAGE_MS = 2_000;

/**
 * Returns after how many milliseconds in this state the doctor should look at the call: 0 if it ended badly,
 * `undefined` for never.
 */
export function worryAfterMs(state: CallState, server: ServerState): number | undefined {
  if (state.phase === "ended") return state.reason === "hung-up" ? undefined : 0;
  if (server !== "ok") return OUTAGE_MS;
  // The answer came too late, and there is no other offer yet.
  if (state.phase === "looking" && (state.occupied || state.restarts > 0)) return 2_000;
  return PATIENCE_MS[state.phase];
}

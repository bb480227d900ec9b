import type { CallState } from "@/lib/client/mod.ts";

/** After how long in a phase it is worth asking what is wrong, in milliseconds. */
const PATIENCE_MS: Partial<Record<CallState["phase"], number>> = {
  offering: 6_000,
  waiting: 90_000,
  looking: 90_000,
  answering: 6_000,
  connecting: 8_000,
  reconnecting: 10_000,
};

/**
 * After how many milliseconds in this state the doctor should look at a call: 0 where it ended badly, `undefined` where
 * all is well.
 */
export function worryAfterMs(state: CallState): number | undefined {
  if (state.phase === "ended") return state.reason === "hung-up" ? undefined : 0;
  // The answer came too late for an offer, and there is no other one yet.
  if (state.phase === "looking" && (state.occupied || state.restarts > 0)) return 2_000;
  return PATIENCE_MS[state.phase];
}

import type { CallView } from "@/lib/client/mod.ts";

/** How long a phase may take before it is worth drawing, in milliseconds: the eye doesn't see a shorter one. */
const PASSING_MS = 40;

/**
 * Draws what a call comes to, and leaves out what it only passes through: drawing that would take the time of the very
 * thing it shows, and make a screen reader begin sentences that are over.
 */
export function createSettler(draw: (view: CallView) => void): { show(view: CallView): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: CallView | undefined;

  function stop() {
    clearTimeout(timer);
    timer = undefined;
  }

  function drawLatest() {
    stop();
    if (latest !== undefined) draw(latest);
  }

  return {
    show(view) {
      latest = view;
      const { phase } = view.state;
      if (phase === "idle" || phase === "open" || phase === "ended") drawLatest();
      else timer ??= setTimeout(drawLatest, PASSING_MS);
    },
    stop,
  };
}

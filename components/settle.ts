import type { CallView } from "@/lib/client/mod.ts";

/** How long a phase may take before it is worth drawing, in milliseconds: what comes sooner is felt to come at once. */
const PASSING_MS = 100;

/** How long a drawing stays before messages alone make another one, in milliseconds: about a frame. */
const FRAME_MS = 16;

/**
 * Draws what a call comes to, and leaves out what it only passes through: drawing that would take the time of the very
 * thing it shows, and make a screen reader begin sentences that are over. Of many messages at once some are drawn
 * together.
 */
export function createSettler(draw: (view: CallView) => void): { show(view: CallView): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: CallView | undefined;
  let drawn: CallView | undefined;
  let drawnAt = 0;

  function stop() {
    clearTimeout(timer);
    timer = undefined;
  }

  function drawLatest() {
    stop();
    if (latest === undefined) return;
    drawn = latest;
    drawnAt = Date.now();
    draw(latest);
  }

  return {
    show(view) {
      latest = view;
      const { phase } = view.state;
      if (phase !== "idle" && phase !== "open" && phase !== "ended") timer ??= setTimeout(drawLatest, PASSING_MS);
      else if (view.state !== drawn?.state || Date.now() - drawnAt >= FRAME_MS) drawLatest();
      else timer ??= setTimeout(drawLatest, FRAME_MS);
    },
    stop,
  };
}

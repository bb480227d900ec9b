import type { CallView } from "@/lib/client/mod.ts";

/** How long a phase has to last to be drawn, in milliseconds; anything faster feels instant. */
const PASSING_MS = 100;

/** How long to wait between draws for messages alone, in milliseconds: about a frame. */
const FRAME_MS = 16;

/**
 * Draws a call's states, but skips those it only passes through: drawing them would slow the call down, and make screen
 * readers start sentences that are out of date. Messages that arrive together are drawn together.
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

import type { Progress } from "./transfer.ts";

/** Tells how fast something moves. */
export interface Meter {
  /** Takes how far it has come, and says what follows. */
  read(bytes: number): Progress;
}

/** How long the past is that counts. */
const SPAN_MS = 5_000;

/** Before this the speed is mere chance. */
const SETTLED_MS = 1_000;

/** Makes a meter for one run; `now` is in milliseconds. */
export function createMeter(sizeBytes: number, now: () => number): Meter {
  const samples: { at: number; bytes: number }[] = [];
  let movedAt = now();
  let last = 0;

  return {
    read(bytes) {
      const at = now();
      if (bytes !== last) movedAt = at;
      last = bytes;
      samples.push({ at, bytes });
      // One sample from before the span stays, to measure it whole.
      while (samples.length > 2 && samples[1]!.at <= at - SPAN_MS) samples.shift();
      const stalled = at - movedAt >= SPAN_MS;
      const first = samples[0]!;
      const elapsedMs = at - first.at;
      if (stalled || elapsedMs < SETTLED_MS) return { bytes, stalled };
      const bytesPerSecond = Math.max(0, bytes - first.bytes) / elapsedMs * 1_000;
      if (bytesPerSecond === 0) return { bytes, stalled };
      return { bytes, stalled, bytesPerSecond, etaMs: (sizeBytes - bytes) / bytesPerSecond * 1_000 };
    },
  };
}

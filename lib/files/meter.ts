import type { Progress } from "./transfer.ts";

/** Measures the speed of a transfer. */
export interface Meter {
  /** Adds a measurement and returns the progress. */
  read(bytes: number): Progress;
}

/** How far back the speed is measured. */
const SPAN_MS = 5_000;

/** A speed measured over less time than this means little. */
const SETTLED_MS = 1_000;

/** Creates a meter for one channel; `now` is in milliseconds. */
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
      // Keeps one sample from before the span, so that it is measured completely.
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

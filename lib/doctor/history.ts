import type { Path } from "@/lib/client/mod.ts";

/** One measurement of a connection. */
export interface Sample {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Sent and received, since the connection began. */
  readonly bytes: number;
  readonly roundTripMs?: number;
  /** Sent and received, since the previous sample. */
  readonly bytesPerS?: number;
}

/** What a plot shows of a sample. */
export type Measure = "roundTripMs" | "bytesPerS";

/** How far back samples are kept, in milliseconds. */
export const HISTORY_MS = 60_000;

/** Samples further apart aren't joined: nothing was measured in between, for instance while the page was hidden. */
const GAP_MS = 3_000;

/** Adds a sample and drops those older than a minute. */
export function addSample(samples: readonly Sample[], path: Path, at: number): readonly Sample[] {
  const bytes = path.bytesSent + path.bytesReceived;
  const before = samples.at(-1);
  // If the browser counts bytes by path, a new path begins at 0.
  const isJoined = before !== undefined && isNext(before, at) && bytes >= before.bytes;
  return [...samples.filter((sample) => sample.at >= at - HISTORY_MS && sample.at < at), {
    at,
    bytes,
    ...(path.roundTripMs === undefined ? {} : { roundTripMs: path.roundTripMs }),
    ...(isJoined ? { bytesPerS: (bytes - before.bytes) / (at - before.at) * 1_000 } : {}),
  }];
}

/** Returns the latest, smallest and largest value; `undefined` if nothing was measured. */
export function rangeOf(samples: readonly Sample[], measure: Measure) {
  const values = samples.flatMap((sample) => sample[measure] ?? []);
  const now = values.at(-1);
  return now === undefined ? undefined : { now, min: Math.min(...values), max: Math.max(...values) };
}

/** Returns a plot's line as SVG path data: the latest sample at the right edge, 0 at the bottom, `top` at the top. */
export function lineOf(
  samples: readonly Sample[],
  measure: Measure,
  { width, height, top }: { width: number; height: number; top: number },
): string {
  const end = samples.at(-1)?.at ?? 0;
  let before: Sample | undefined;
  return samples.map((sample) => {
    const value = sample[measure];
    if (value === undefined) return before = undefined, "";
    const x = width * (1 - (end - sample.at) / HISTORY_MS);
    const y = height * (1 - (top === 0 ? 0 : value / top));
    const isJoined = before !== undefined && isNext(before, sample.at);
    before = sample;
    // A single sample is a dot: a line of length 0 with round caps.
    return `${isJoined ? "L" : `M${round(x)} ${round(y)}L`}${round(x)} ${round(y)}`;
  }).join("");
}

function isNext(before: Sample, at: number): boolean {
  return at > before.at && at - before.at <= GAP_MS;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import { assertEquals } from "@std/assert";
import type { Path } from "@/lib/client/mod.ts";
import { addSample, HISTORY_MS, lineOf, rangeOf, type Sample } from "@/lib/doctor/history.ts";

const END = { type: "host", protocol: "udp" } as const;

Deno.test("addSample() counts both ways, per second", () => {
  const samples = sample([0, 100, 50], [2_000, 300, 150]);
  assertEquals(samples, [{ at: 0, bytes: 150 }, { at: 2_000, bytes: 450, bytesPerS: 150 }]);
});

Deno.test("addSample() keeps one minute", () => {
  const samples = sample([0, 0, 0], [1_000, 0, 0], [HISTORY_MS + 500, 0, 0]);
  assertEquals(samples.map(({ at }) => at), [1_000, HISTORY_MS + 500]);
});

Deno.test("addSample() knows no throughput over a gap, nor where counting has begun anew", () => {
  const samples = sample([0, 1_000, 0], [10_000, 2_000, 0], [11_000, 10, 0]);
  assertEquals(samples.map(({ bytesPerS }) => bytesPerS), [undefined, undefined, undefined]);
});

Deno.test("addSample() drops what a clock that was set back leaves in the future", () => {
  assertEquals(sample([5_000, 0, 0], [1_000, 0, 0]).map(({ at }) => at), [1_000]);
});

Deno.test("rangeOf() tells the last, the smallest and the largest value", () => {
  assertEquals(rangeOf(trips(4, undefined, 9, 5), "roundTripMs"), { now: 5, min: 4, max: 9 });
  assertEquals(rangeOf(trips(4), "bytesPerS"), undefined);
});

Deno.test("lineOf() has now at the right, and 0 at the bottom", () => {
  const samples = [{ at: 0, bytes: 0, roundTripMs: 0 }, { at: 3_000, bytes: 0, roundTripMs: 10 }];
  assertEquals(lineOf(samples, "roundTripMs", { width: 600, height: 100, top: 10 }), "M570 100L570 100L600 0");
});

Deno.test("lineOf() leaves gaps where nothing was measured", () => {
  const line = lineOf(trips(1, 1, undefined, 1), "roundTripMs", { width: 60, height: 10, top: 1 });
  assertEquals(line, "M57 0L57 0L58 0M60 0L60 0");
  const late = lineOf([...trips(1), { at: 30_000, bytes: 0, roundTripMs: 1 }], "roundTripMs", SIZE);
  assertEquals(late.match(/M/g)?.length, 2);
  assertEquals(lineOf([], "roundTripMs", SIZE), "");
  assertEquals(lineOf(trips(0), "roundTripMs", { ...SIZE, top: 0 }), "M60 10L60 10");
});

const SIZE = { width: 60, height: 10, top: 1 };

function sample(...moments: readonly [at: number, sent: number, received: number][]): readonly Sample[] {
  return moments.reduce((samples: readonly Sample[], [at, bytesSent, bytesReceived]) => {
    const path: Path = { local: END, remote: END, bytesSent, bytesReceived };
    return addSample(samples, path, at);
  }, []);
}

function trips(...values: readonly (number | undefined)[]): Sample[] {
  return values.map((value, index) => ({
    at: index * 1_000,
    bytes: 0,
    ...(value === undefined ? {} : { roundTripMs: value }),
  }));
}

import { assertEquals } from "@std/assert";
import { createMeter } from "@/lib/files/meter.ts";

Deno.test("a meter tells the speed of the last seconds, once there are some", () => {
  let now = 0;
  const meter = createMeter(10_000, () => now);
  assertEquals(meter.read(0), { bytes: 0, stalled: false });
  now = 500;
  assertEquals(meter.read(100), { bytes: 100, stalled: false });
  now = 1_000;
  assertEquals(meter.read(1_000), { bytes: 1_000, stalled: false, bytesPerSecond: 1_000, etaMs: 9_000 });
  for (let second = 2; second <= 20; second++) {
    now = second * 1_000;
    meter.read(1_000 + second * 100);
  }
  assertEquals(meter.read(3_000).bytesPerSecond, 100);
});

Deno.test("a meter tells that nothing moves, and that it does again", () => {
  let now = 0;
  const meter = createMeter(10_000, () => now);
  for (now = 0; now < 4_000; now += 500) meter.read(5_000);
  assertEquals(meter.read(5_000).stalled, false);
  now = 20_000;
  assertEquals(meter.read(5_000), { bytes: 5_000, stalled: true });
  now = 20_500;
  assertEquals(meter.read(5_001).stalled, false);
});

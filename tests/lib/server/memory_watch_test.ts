import { assertEquals, assertThrows } from "@std/assert";
import { Refusal } from "@/lib/protocol/mod.ts";
import { createMemoryWatch } from "@/lib/server/memory_watch.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";

const giveBack = () => Promise.resolve();

Deno.test("guard() calls every guard above the limit, and measures more often from half of it on", () => {
  const clock = createFakeClock();
  let used = 40;
  const relieved: string[] = [];
  const watch = createMemoryWatch({ limit: 100, clock, read: () => used, giveBack });
  const ends = ["a", "b"].map((name) => watch.guard(() => relieved.push(name)));
  assertEquals(clock.pending, 1);
  clock.advance(100);
  used = 60;
  clock.advance(100);
  assertEquals(relieved, []);
  used = 101;
  clock.advance(20);
  assertEquals(relieved, ["a", "b"]);
  ends[0]!();
  clock.advance(20);
  assertEquals(relieved, ["a", "b", "b"]);
  ends[1]!();
  ends[1]!();
  assertEquals(clock.pending, 0);
});

Deno.test("guard() leaves nothing behind if guards leave when called, and measures again for the next", () => {
  const clock = createFakeClock();
  const watch = createMemoryWatch({ limit: 100, clock, read: () => 200, giveBack });
  for (let round = 1; round <= 2; round++) {
    let relieved = 0;
    const end = watch.guard(() => {
      relieved++;
      end();
    });
    clock.advance(1_000);
    assertEquals([relieved, clock.pending], [1, 0]);
  }
});

Deno.test("refuseWhenShort() refuses while memory is above the limit", () => {
  const clock = createFakeClock();
  let used = 101;
  const watch = createMemoryWatch({ limit: 100, clock, read: () => used, giveBack });
  const refusal = assertThrows(() => watch.refuseWhenShort(), Refusal);
  assertEquals([refusal.code, refusal.status, refusal.options.retryAfter], ["overloaded", 503, 1]);
  used = 100;
  clock.advance(100);
  watch.refuseWhenShort();
});

Deno.test("above the limit, freed memory is returned at most every 5 s", () => {
  const clock = createFakeClock();
  let used = 100;
  let given = 0;
  const watch = createMemoryWatch({
    limit: 100,
    clock,
    read: () => used,
    giveBack: () => Promise.resolve(void given++),
  });
  watch.refuseWhenShort();
  assertEquals(given, 0);
  used = 101;
  for (let look = 0; look < 100; look++) {
    clock.advance(100);
    assertThrows(() => watch.refuseWhenShort(), Refusal);
  }
  assertEquals(given, 2);
});

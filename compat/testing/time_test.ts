import { assert, assertEquals, assertFalse, assertRejects, assertThrows } from "@std/assert";
import { FakeTime } from "@std/testing/time";

Deno.test("FakeTime stands still until told to go on", () => {
  using time = new FakeTime(1_000);
  assertEquals([Date.now(), time.now, time.start, new Date().getTime()], [1_000, 1_000, 1_000, 1_000]);
  time.tick(250);
  assertEquals(Date.now(), 1_250);
  time.now = 2_000;
  assertEquals(Date.now(), 2_000);
  assertThrows(() => time.now = 1_999, RangeError, "Cannot set current time in the past");
});

Deno.test("FakeTime runs the timers that are due, in their order", () => {
  using time = new FakeTime(0);
  const ran: string[] = [];
  setTimeout((word: string) => ran.push(`${word} ${Date.now()}`), 20, "late");
  setTimeout(() => ran.push(`early ${Date.now()}`), 10);
  const cancelled = setTimeout(() => ran.push("never"), 5);
  clearTimeout(cancelled);
  const every = setInterval(() => ran.push(`every ${Date.now()}`), 8);
  time.tick(20);
  assertEquals(ran, ["every 8", "early 10", "every 16", "late 20"]);
  clearInterval(every);
  time.tick(100);
  assertEquals(ran.length, 4);
});

Deno.test("FakeTime.tickAsync() lets promises go first", async () => {
  using time = new FakeTime(0);
  const ran: number[] = [];
  Promise.resolve().then(() => setTimeout(() => ran.push(Date.now()), 10));
  await time.tickAsync(10);
  assertEquals(ran, [10]);
  Promise.resolve().then(() => ran.push(-1));
  await time.runMicrotasks();
  assertEquals(ran, [10, -1]);
});

Deno.test("FakeTime.next() goes to the next timer", async () => {
  using time = new FakeTime(0);
  let ran = 0;
  setTimeout(() => ran++, 30);
  assert(time.next());
  assertEquals([ran, time.now], [1, 30]);
  assertFalse(time.next());
  assertFalse(await time.nextAsync());
});

Deno.test("FakeTime drives AbortSignal.timeout()", async () => {
  using time = new FakeTime(0);
  const abort = AbortSignal.timeout(50);
  time.tick(49);
  assertFalse(abort.aborted);
  time.tick(1);
  assert(abort.aborted);
  await assertRejects(() => Promise.reject(abort.reason), DOMException, "Signal timed out.");
});

Deno.test("FakeTime gives everything back", () => {
  const before = [Date, setTimeout, clearTimeout, setInterval, clearInterval, AbortSignal.timeout];
  const time = new FakeTime();
  assertThrows(() => new FakeTime(), Error, "time is already faked");
  time.restore();
  assertEquals([Date, setTimeout, clearTimeout, setInterval, clearInterval, AbortSignal.timeout], before);
  assertThrows(() => time.restore(), Error, "time is already restored");
});

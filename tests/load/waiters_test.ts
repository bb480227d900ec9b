import { assertEquals, assertLess } from "@std/assert";
import { startServer } from "@/testing/server.ts";
import { median } from "@/testing/statistics.ts";
import { readMemory } from "@/testing/memory.ts";
import { memoryOnceWaiting, openWaiters, WAYS } from "@/testing/waiters.ts";

const READERS = 500;
const KIB = 1_024;

/** How many times as long as for a write's response a reader may wait for what was written. */
const MAX_RATIO = 3;

Deno.test("500 readers that wait in three ways take 20 KiB each at most, are all answered, and leave nothing behind", async () => {
  await using server = await startServer({ MAX_WAIT: "600" }, { script: "testing/waiting_server.ts" });
  // What is made once, such as compiled code, is made by the first ones.
  using first = await openWaiters(server.url, READERS, WAYS);
  await memoryOnceWaiting(server.url, READERS);
  await first.answer();
  first.leave();
  const before = await memoryOnceWaiting(server.url, 0);

  using waiters = await openWaiters(server.url, READERS, WAYS);
  const { heapUsed } = await memoryOnceWaiting(server.url, READERS);
  assertLess((heapUsed - before.heapUsed) / READERS, 20 * KIB);
  const { writes, waits } = await waiters.answer();
  assertEquals(waits.length, READERS);
  // A reader that isn't woken looks again only after a while.
  WAYS.forEach((way, index) => {
    const own = waits.filter((_, reader) => reader % WAYS.length === index);
    assertLess(median(own), MAX_RATIO * median(writes), way);
  });
  waiters.leave();
  await memoryOnceWaiting(server.url, 0);
  const after = await readMemory(server.url);
  // What remains is what was written: 500 calls in memory, and no reader.
  assertLess((after.heapUsed - before.heapUsed) / READERS, 4 * KIB);
});

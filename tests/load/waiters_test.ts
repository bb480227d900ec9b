import { assertEquals, assertLess } from "@std/assert";
import { startServer } from "@/testing/server.ts";
import { readMemory } from "@/testing/memory.ts";
import { memoryOnceWaiting, openWaiters, WAYS } from "@/testing/waiters.ts";

const READERS = 500;
const KIB = 1_024;

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
  const times = await waiters.answer();
  assertEquals(times.length, READERS);
  assertLess(Math.max(...times), 2_000);
  waiters.leave();
  await memoryOnceWaiting(server.url, 0);
  const after = await readMemory(server.url);
  // What remains is what was written: 500 calls in memory, and no reader.
  assertLess((after.heapUsed - before.heapUsed) / READERS, 4 * KIB);
});

import { startServer } from "@/tests/e2e/server.ts";
import { memoryOnceWaiting, openWaiters } from "@/tests/load/waiters.ts";
import { print } from "./print.ts";
import { median } from "./statistics.ts";

const READERS = 5_000;

/** Measures what many readers that wait take, beside a bare handler that holds as many. */
export async function benchWaiters(): Promise<void> {
  const bare = await holdReaders("tests/load/bare_waiting_server.ts", false);
  const own = await holdReaders("tests/load/waiting_server.ts", true);
  print(`${READERS} readers that wait in one process, half of them long-polls and half event streams`);
  print(`  memory of each: ${own.heapKib.toFixed(1)} KiB of JavaScript, ${own.rssKib.toFixed(1)} KiB in all`);
  print(`  the same of a bare handler: ${bare.heapKib.toFixed(1)} KiB and ${bare.rssKib.toFixed(1)} KiB`);
  const [middle, last] = [median(own.times), Math.max(...own.times)];
  print(`  answered ${middle.toFixed(0)} ms after the write (median), all within ${last.toFixed(0)} ms`);
  print(`  left when they have gone: ${own.leftKib.toFixed(1)} KiB of JavaScript for each, with what was written`);
}

/** What one server takes for each reader; the times are how long each waited for its answer after the write. */
async function holdReaders(script: string, answers: boolean) {
  await using server = await startServer({ MAX_WAIT: "600" }, { script });
  const before = await memoryOnceWaiting(server.url, 0);
  using waiters = await openWaiters(server.url, READERS);
  const waiting = await memoryOnceWaiting(server.url, READERS);
  const kib = (bytes: number) => bytes / READERS / 1_024;
  const sizes = { heapKib: kib(waiting.heapUsed - before.heapUsed), rssKib: kib(waiting.rss - before.rss) };
  if (!answers) return { ...sizes, times: [], leftKib: NaN };
  const times = await waiters.answer();
  waiters.leave();
  const after = await memoryOnceWaiting(server.url, 0);
  return { ...sizes, times, leftKib: kib(after.heapUsed - before.heapUsed) };
}

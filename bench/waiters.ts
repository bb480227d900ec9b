import { startServer } from "@/testing/server.ts";
import { memoryOnceWaiting, openWaiters, type Way, WAYS } from "@/testing/waiters.ts";
import { print } from "./print.ts";
import { median } from "@/testing/statistics.ts";

const READERS = 5_000;

/** Measures the memory of many waiting readers, in each way to wait, beside a bare handler that holds as many. */
export async function benchWaiters(): Promise<void> {
  print(`${READERS} waiting readers in one process, compared with as many of a bare handler`);
  for (const way of WAYS) {
    const bare = await holdReaders("testing/bare_waiting_server.ts", way, false);
    const own = await holdReaders("testing/waiting_server.ts", way, true);
    const memory = ({ heapKib, rssKib }: Held) =>
      `${heapKib.toFixed(1)} KiB of JavaScript, ${rssKib.toFixed(1)} in all`;
    const [middle, last] = [median(own.times), Math.max(...own.times)];
    print(`  ${way}: each takes ${memory(own)}; with the bare handler ${memory(bare)}`);
    print(`    responses ${middle.toFixed(0)} ms after the write (median), all within ${last.toFixed(0)} ms`);
    print(
      `    left after they disconnect: ${own.leftKib.toFixed(1)} KiB of JavaScript each, including the rows written`,
    );
  }
}

/** One server's memory per reader; `times` are the milliseconds from the write to each response. */
interface Held {
  readonly heapKib: number;
  readonly rssKib: number;
  readonly leftKib: number;
  readonly times: readonly number[];
}

async function holdReaders(script: string, way: Way, responds: boolean): Promise<Held> {
  await using server = await startServer({ MAX_WAIT: "600", MAX_WAITING: "40000" }, { script });
  const before = await memoryOnceWaiting(server.url, 0);
  using waiters = await openWaiters(server.url, READERS, [way]);
  const waiting = await memoryOnceWaiting(server.url, READERS);
  const kib = (bytes: number) => bytes / READERS / 1_024;
  const sizes = { heapKib: kib(waiting.heapUsed - before.heapUsed), rssKib: kib(waiting.rss - before.rss) };
  if (!responds) return { ...sizes, times: [], leftKib: NaN };
  const { waits } = await waiters.answer();
  waiters.leave();
  const after = await memoryOnceWaiting(server.url, 0);
  return { ...sizes, times: waits, leftKib: kib(after.heapUsed - before.heapUsed) };
}

import { setImmediate } from "node:timers";

/** One thing to do, with the promise that waits for it. */
export interface Job<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

/**
 * Does what comes in while earlier work is under way together, in one go. When idle it starts as soon as what has
 * arrived already is looked at, in the same turn of the event loop, so nothing ever waits for company.
 *
 * On a database it is the number of calls that costs, not their bytes.
 *
 * @param lanes how many goes may be under way at once
 * @param run settles every job it is given; what it throws rejects those that are not settled
 */
export function createGather<Item, Result>(
  lanes: number,
  run: (jobs: Job<Item, Result>[]) => Promise<void>,
): (item: Item) => Promise<Result> {
  let queue: Job<Item, Result>[] = [];
  let busy = 0;

  async function drain() {
    busy++;
    // Requests that came in together are handled one after the other: without this each would go alone.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const jobs = queue;
      queue = [];
      try {
        await run(jobs);
      } catch (error) {
        for (const job of jobs) job.reject(error);
      }
    }
    busy--;
  }

  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    queue.push({ item, resolve, reject });
    if (busy < lanes) drain();
    return promise;
  };
}

import { setImmediate } from "node:timers";

/** One thing to do, with the promise that waits for it. */
export interface Job<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

/** Work that is done in batches. */
export interface Batcher<Item, Result> {
  /** Adds an item to the next batch, and resolves to what came of it. */
  add(item: Item): Promise<Result>;
  /** Puts a job of an earlier batch into the next one. */
  again(job: Job<Item, Result>): void;
}

/**
 * Does what comes in while earlier work is under way together, in one batch. When idle it starts as soon as what has
 * arrived already is looked at, in the same turn of the event loop, so nothing ever waits for company.
 *
 * On a database it is the number of calls that costs, not their bytes.
 *
 * @param lanes how many batches may be under way at once
 * @param run settles every job it is given, or puts it into a later batch. Where it throws, the database as a whole
 *   has failed: that rejects its jobs, and those that have queued up behind them.
 */
export function createBatcher<Item, Result>(
  lanes: number,
  run: (jobs: Job<Item, Result>[]) => Promise<void>,
): Batcher<Item, Result> {
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
        for (const job of [...jobs, ...queue.splice(0)]) job.reject(error);
      }
    }
    busy--;
  }

  function put(job: Job<Item, Result>) {
    queue.push(job);
    if (busy < lanes) drain();
  }

  return {
    add(item) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      put({ item, resolve, reject });
      return promise;
    },
    again: put,
  };
}

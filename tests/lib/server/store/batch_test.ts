import { setImmediate } from "node:timers";
import { assertEquals, assertRejects } from "@std/assert";
import { createBatcher, type Job } from "@/lib/server/store/batch.ts";

Deno.test("createBatcher() starts in the same turn of the event loop when idle", async () => {
  const { add, batches } = createHeld(1);
  add(1);
  add(2);
  await nextTurn();
  assertEquals(itemsOf(batches), [[1, 2]]);
});

Deno.test("createBatcher() batches what arrives meanwhile, in order", async () => {
  const { add, batches, started } = createHeld(1);
  const first = add(1);
  await nextTurn();
  const rest = [2, 3, 4].map(add);
  assertEquals(itemsOf(batches), [[1]]);
  batches[0]!.finish();
  await started(2);
  assertEquals(itemsOf(batches), [[1], [2, 3, 4]]);
  batches[1]!.finish();
  assertEquals(await Promise.all([first, ...rest]), [10, 20, 30, 40]);
});

Deno.test("createBatcher() continues after it was idle", async () => {
  const { add, batches, started } = createHeld(1);
  for (const item of [1, 2, 3]) {
    const done = add(item);
    await started(item);
    batches.at(-1)!.finish();
    assertEquals(await done, item * 10);
  }
  assertEquals(itemsOf(batches), [[1], [2], [3]]);
});

Deno.test("createBatcher() has as many batches in progress as lanes", async () => {
  const { add, batches, started } = createHeld(2);
  const all = [add(1)];
  await nextTurn();
  all.push(add(2));
  await nextTurn();
  all.push(add(3), add(4));
  await nextTurn();
  assertEquals(itemsOf(batches), [[1], [2]]);
  batches[1]!.finish();
  await started(3);
  assertEquals(itemsOf(batches), [[1], [2], [3, 4]]);
  batches[0]!.finish();
  batches[2]!.finish();
  assertEquals(await Promise.all(all), [10, 20, 30, 40]);
});

Deno.test("createBatcher() rejects what a failed batch hadn't settled, and continues", async () => {
  let fails = true;
  const { add } = createBatcher<number, number>(1, async (jobs) => {
    jobs.filter(({ item }) => item === 1).forEach((job) => job.resolve(10));
    await Promise.resolve();
    if (fails) throw new Error("Cannot commit");
    jobs.forEach((job) => job.resolve(job.item * 10));
  });
  const rest = [1, 2, 3].map(add);
  const outcomes = await Promise.allSettled(rest);
  assertEquals(outcomes.map((outcome) => outcome.status === "fulfilled" ? outcome.value : outcome.reason.message), [
    10,
    "Cannot commit",
    "Cannot commit",
  ]);
  fails = false;
  assertEquals(await add(4), 40);
});

Deno.test("createBatcher() rejects what was queued behind a failed batch", async () => {
  const failed = Promise.withResolvers<never>();
  let batches = 0;
  const { add } = createBatcher<number, number>(1, async (jobs) => {
    if (++batches === 1) await failed.promise;
    for (const job of jobs) job.resolve(job.item);
  });
  const first = add(1);
  await nextTurn();
  const second = add(2);
  failed.reject(new Error("Cannot commit"));
  await assertRejects(() => first, Error, "Cannot commit");
  await assertRejects(() => second, Error, "Cannot commit");
  assertEquals(await add(3), 3);
  assertEquals(batches, 2);
});

Deno.test("createBatcher() moves a job to a later batch", async () => {
  const batches: number[][] = [];
  const batcher = createBatcher<number, number>(1, (jobs) => {
    batches.push(jobs.map(({ item }) => item));
    for (const job of jobs) {
      if (job.item === 1) batcher.again({ ...job, item: 10 });
      else job.resolve(job.item);
    }
    return Promise.resolve();
  });
  assertEquals(await Promise.all([1, 2].map(batcher.add)), [10, 2]);
  assertEquals(batches, [[1, 2], [10]]);
});

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Creates a batcher that multiplies items by ten, and whose batches finish on command. */
function createHeld(lanes: number) {
  const batches: { items: number[]; finish(): void }[] = [];
  let look = () => {};
  const { add } = createBatcher<number, number>(lanes, async (jobs: Job<number, number>[]) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    batches.push({ items: jobs.map(({ item }) => item), finish: resolve });
    look();
    await promise;
    for (const job of jobs) job.resolve(job.item * 10);
  });
  const started = (count: number) =>
    new Promise<void>((resolve) => {
      look = () => batches.length >= count && resolve();
      look();
    });
  return { add, batches, started };
}

function itemsOf(batches: { items: number[] }[]): number[][] {
  return batches.map(({ items }) => items);
}

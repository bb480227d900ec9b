import { setImmediate } from "node:timers";
import { assertEquals, assertRejects } from "@std/assert";
import { createBatcher, type Job } from "@/lib/server/store/batch.ts";

Deno.test("createBatcher() starts in the same turn of the event loop when idle", async () => {
  const { go, goes } = createHeld(1);
  go(1);
  go(2);
  await nextTurn();
  assertEquals(itemsOf(goes), [[1, 2]]);
});

Deno.test("createBatcher() does what comes in meanwhile together, in its order", async () => {
  const { go, goes, started } = createHeld(1);
  const first = go(1);
  await nextTurn();
  const rest = [2, 3, 4].map(go);
  assertEquals(itemsOf(goes), [[1]]);
  goes[0]!.finish();
  await started(2);
  assertEquals(itemsOf(goes), [[1], [2, 3, 4]]);
  goes[1]!.finish();
  assertEquals(await Promise.all([first, ...rest]), [10, 20, 30, 40]);
});

Deno.test("createBatcher() goes on after it was idle", async () => {
  const { go, goes, started } = createHeld(1);
  for (const item of [1, 2, 3]) {
    const done = go(item);
    await started(item);
    goes.at(-1)!.finish();
    assertEquals(await done, item * 10);
  }
  assertEquals(itemsOf(goes), [[1], [2], [3]]);
});

Deno.test("createBatcher() has as many goes under way as it has lanes", async () => {
  const { go, goes, started } = createHeld(2);
  const all = [go(1)];
  await nextTurn();
  all.push(go(2));
  await nextTurn();
  all.push(go(3), go(4));
  await nextTurn();
  assertEquals(itemsOf(goes), [[1], [2]]);
  goes[1]!.finish();
  await started(3);
  assertEquals(itemsOf(goes), [[1], [2], [3, 4]]);
  goes[0]!.finish();
  goes[2]!.finish();
  assertEquals(await Promise.all(all), [10, 20, 30, 40]);
});

Deno.test("createBatcher() rejects all that a failed go had not settled, and goes on", async () => {
  let fails = true;
  const { add: go } = createBatcher<number, number>(1, async (jobs) => {
    jobs.filter(({ item }) => item === 1).forEach((job) => job.resolve(10));
    await Promise.resolve();
    if (fails) throw new Error("Cannot commit");
    jobs.forEach((job) => job.resolve(job.item * 10));
  });
  const rest = [1, 2, 3].map(go);
  const outcomes = await Promise.allSettled(rest);
  assertEquals(outcomes.map((outcome) => outcome.status === "fulfilled" ? outcome.value : outcome.reason.message), [
    10,
    "Cannot commit",
    "Cannot commit",
  ]);
  fails = false;
  assertEquals(await go(4), 40);
});

Deno.test("createBatcher() rejects what queued up behind a batch that failed as a whole", async () => {
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

Deno.test("createBatcher() puts a job into a later batch", async () => {
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

/** A gather whose goes finish when they are told to: each item becomes ten times as much. */
function createHeld(lanes: number) {
  const goes: { items: number[]; finish(): void }[] = [];
  let look = () => {};
  const { add: go } = createBatcher<number, number>(lanes, async (jobs: Job<number, number>[]) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    goes.push({ items: jobs.map(({ item }) => item), finish: resolve });
    look();
    await promise;
    for (const job of jobs) job.resolve(job.item * 10);
  });
  const started = (count: number) =>
    new Promise<void>((resolve) => {
      look = () => goes.length >= count && resolve();
      look();
    });
  return { go, goes, started };
}

function itemsOf(goes: { items: number[] }[]): number[][] {
  return goes.map(({ items }) => items);
}

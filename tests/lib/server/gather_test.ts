import { assertEquals, assertRejects } from "@std/assert";
import { createGather, type Job } from "@/lib/server/gather.ts";

Deno.test("createGather() starts at once when idle", () => {
  const { go, goes } = createHeld(1);
  go(1);
  assertEquals(itemsOf(goes), [[1]]);
});

Deno.test("createGather() does what comes in meanwhile together, in its order", async () => {
  const { go, goes, started } = createHeld(1);
  const all = [1, 2, 3, 4].map(go);
  assertEquals(itemsOf(goes), [[1]]);
  goes[0]!.finish();
  await started(2);
  assertEquals(itemsOf(goes), [[1], [2, 3, 4]]);
  goes[1]!.finish();
  assertEquals(await Promise.all(all), [10, 20, 30, 40]);
});

Deno.test("createGather() goes on after it was idle", async () => {
  const { go, goes, started } = createHeld(1);
  for (const item of [1, 2, 3]) {
    const done = go(item);
    await started(item);
    goes.at(-1)!.finish();
    assertEquals(await done, item * 10);
  }
  assertEquals(itemsOf(goes), [[1], [2], [3]]);
});

Deno.test("createGather() has as many goes under way as it has lanes", async () => {
  const { go, goes, started } = createHeld(2);
  const all = [1, 2, 3, 4].map(go);
  assertEquals(itemsOf(goes), [[1], [2]]);
  goes[1]!.finish();
  await started(3);
  assertEquals(itemsOf(goes), [[1], [2], [3, 4]]);
  goes[0]!.finish();
  goes[2]!.finish();
  assertEquals(await Promise.all(all), [10, 20, 30, 40]);
});

Deno.test("createGather() rejects all that a failed go had not settled, and goes on", async () => {
  let fails = true;
  const go = createGather<number, number>(1, async (jobs) => {
    jobs.filter(({ item }) => item === 1).forEach((job) => job.resolve(10));
    await Promise.resolve();
    if (fails) throw new Error("Cannot commit");
    jobs.forEach((job) => job.resolve(job.item * 10));
  });
  const first = go(0);
  const rest = [1, 2, 3].map(go);
  await assertRejects(() => first, Error, "Cannot commit");
  assertEquals(await rest[0], 10);
  await assertRejects(() => rest[1]!, Error, "Cannot commit");
  await assertRejects(() => rest[2]!, Error, "Cannot commit");
  fails = false;
  assertEquals(await go(4), 40);
});

/** A gather whose goes finish when they are told to: each item becomes ten times as much. */
function createHeld(lanes: number) {
  const goes: { items: number[]; finish(): void }[] = [];
  let look = () => {};
  const go = createGather<number, number>(lanes, async (jobs: Job<number, number>[]) => {
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

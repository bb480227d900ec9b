import { assert, assertEquals, assertGreater } from "@std/assert";
import { openDisk, usedBytes } from "@/lib/server/disk.ts";
import { createFakeClock } from "@/tests/fake_clock.ts";
import { createKvFile } from "./stores.ts";

Deno.test("a disk is asked for its free space at most once a second, and only when somebody wants to know", async () => {
  const { disk, clock, looks } = await open([1_000, 900, 800]);
  assertEquals(looks.count, 1);
  clock.advance(999);
  assertEquals([disk.free(), looks.count], [1_000, 1]);
  clock.advance(1);
  disk.free();
  disk.free();
  assertEquals(looks.count, 2);
  await looks.done();
  assertEquals([disk.free(), looks.count], [900, 2]);
});

Deno.test("what is spent is subtracted, until a look has begun after the one that may have missed it", async () => {
  const { disk, clock, looks } = await open([1_000, 900, 900]);
  disk.spend(100);
  assertEquals(disk.free(), 900);
  for (const expected of [800, 900]) {
    clock.advance(1_000);
    disk.free();
    await looks.done();
    assertEquals(disk.free(), expected);
  }
});

Deno.test("a disk that can't be asked has room", async () => {
  const { disk } = await open([]);
  assertEquals(disk.free(), Infinity);
});

Deno.test("a clock that was set back does not stop it", async () => {
  const { disk, clock, looks } = await open([1_000, 900]);
  clock.advance(-3_600_000);
  disk.free();
  await looks.done();
  assertEquals(disk.free(), 900);
});

Deno.test("openDisk() asks the operating system where a file is", async () => {
  await using file = await createKvFile();
  await Deno.writeTextFile(file.path, "");
  const disk = await openDisk({ path: file.path });
  assert(disk.free() > 0 && disk.free() < Infinity);
});

Deno.test("usedBytes() is 0 without a file, and leaves out what was removed", async () => {
  await using file = await createKvFile();
  assertEquals(await usedBytes(file.path), 0);
  const kv = await Deno.openKv(file.path);
  for (let row = 0; row < 20; row++) await kv.set([row], new Uint8Array(60_000));
  kv.close();
  const full = await usedBytes(file.path);
  assertGreater(full, 20 * 60_000);
  const again = await Deno.openKv(file.path);
  for (let row = 0; row < 20; row++) await again.delete([row]);
  again.close();
  assert(await usedBytes(file.path) < full / 5);
});

Deno.test("usedBytes() is the whole of a file that is no database", async () => {
  await using file = await createKvFile();
  await Deno.writeTextFile(file.path, "toucan ".repeat(1_000));
  assertEquals(await usedBytes(file.path), 7_000);
});

/** Opens a disk that has this much free, look by look; then it can't be asked. */
async function open(free: readonly number[]) {
  const clock = createFakeClock();
  const left = [...free];
  let last: Promise<number> = Promise.resolve(0);
  const looks = { count: 0, done: () => last.then(() => {}, () => {}).then(() => {}) };
  const look = () => {
    looks.count++;
    const bytes = left.shift();
    return last = bytes === undefined ? Promise.reject(new Error("No such device")) : Promise.resolve(bytes);
  };
  return { disk: await openDisk({ path: "kv.sqlite", clock, look }), clock, looks };
}

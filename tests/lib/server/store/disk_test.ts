import { assert, assertEquals, assertGreater } from "@std/assert";
import { openDisk, usedBytes } from "@/lib/server/store/disk.ts";
import { createFakeClock } from "@/tests/fake_clock.ts";
import { createKvFile } from "./stores.ts";

Deno.test("a disk is asked for its free space at most once a second, and only when it is looked at", async () => {
  const { disk, clock, asked } = await open([1_000, 900]);
  clock.advance(999);
  assertEquals(disk.look(), undefined);
  clock.advance(10_000);
  assertEquals(asked.count, 1);
  const looking = disk.look();
  assertEquals(disk.look(), undefined);
  await looking;
  assertEquals([disk.freeBytes, asked.count], [900, 2]);
});

Deno.test("what is spent is subtracted until the next look", async () => {
  const { disk, clock } = await open([1_000, 850]);
  disk.spend(100);
  assertEquals(disk.freeBytes, 900);
  clock.advance(1_000);
  await disk.look();
  assertEquals(disk.freeBytes, 850);
});

Deno.test("a disk that can't be asked has room", async () => {
  const { disk } = await open([]);
  assertEquals(disk.freeBytes, Infinity);
});

Deno.test("openDisk() asks the operating system where a file is", async () => {
  await using file = await createKvFile();
  await Deno.writeTextFile(file.path, "");
  const disk = await openDisk({ path: file.path });
  assert(disk.freeBytes > 0 && disk.freeBytes < Infinity);
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

/** Opens a disk that has this much free, one time after the other; then it can't be asked. */
async function open(free: readonly number[]) {
  const clock = createFakeClock();
  const left = [...free];
  const asked = { count: 0 };
  const ask = () => {
    asked.count++;
    const bytes = left.shift();
    return bytes === undefined ? Promise.reject(new Error("No such device")) : Promise.resolve(bytes);
  };
  return { disk: await openDisk({ path: "kv.sqlite", clock, ask }), clock, asked };
}

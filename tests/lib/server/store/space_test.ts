import { assert, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { LOBBY, parseRoomName, Refusal } from "@/lib/protocol/mod.ts";
import { createQuota, openDisk, type QuotaOptions, storedSize, usedBytes } from "@/lib/server/store/space.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";
import { createKvFile } from "@/testing/stores.ts";

const MIB = 1_048_576;
const TEA = parseRoomName("tea");

/** Deno KV removes a row within 90 s after `expireIn`. */
const GONE_MS = 1_200_000 + 90_000;

Deno.test("a quota refuses what exceeds it, and counts nothing", () => {
  const { quota } = make({ maxBytes: 100_000 });
  quota.reserve(LOBBY, 90_000);
  const refusal = assertThrows(() => quota.reserve(TEA, 20_000), Refusal);
  assertEquals([refusal.code, refusal.status, refusal.options.retryAfter], ["full", 503, 60]);
  assertEquals(quota.storedBytes, 90_000);
});

Deno.test("a full quota accepts changes that don't grow a room", () => {
  const { quota } = make({ maxBytes: 100_000 });
  quota.reserve(LOBBY, 100_000);
  quota.reserve(LOBBY, 0);
  quota.reserve(LOBBY, -10_000);
  assertThrows(() => quota.reserve(LOBBY, 10_001), Refusal);
  quota.reserve(LOBBY, -90_000);
  assertEquals(quota.storedBytes, 0);
  quota.reserve(TEA, 90_000);
});

Deno.test("a quota gives back what was reserved for a failed commit, even if it is full", () => {
  const { quota } = make({ maxBytes: 100_000 });
  quota.reserve(LOBBY, 40_000);
  for (const growth of [20_000, -40_000]) {
    const reserved = quota.reserve(LOBBY, growth);
    const other = growth < 0 ? quota.reserve(TEA, 90_000) : 0;
    quota.giveBack(LOBBY, reserved);
    quota.giveBack(TEA, other);
    assertEquals(quota.storedBytes, 40_000);
  }
});

Deno.test("a quota never counts below zero for a room that another process filled", () => {
  const { quota } = make();
  quota.reserve(LOBBY, 1_000);
  const reserved = quota.reserve(LOBBY, -5_000);
  assertEquals([reserved, quota.storedBytes], [-1_000, 0]);
  quota.giveBack(LOBBY, reserved);
  assertEquals(quota.storedBytes, 1_000);
});

Deno.test("storedSize() counts a page for each row, since a short one may take that", () => {
  assertEquals(storedSize(2, 20), 2 * (5_120 + 10));
});

Deno.test("a quota counts a room until its rows are certainly removed after its last write", () => {
  const { quota, clock } = make({ maxBytes: 100_000 });
  quota.reserve(LOBBY, 45_000);
  quota.reserve(TEA, 45_000);
  clock.advance(GONE_MS - 1);
  quota.reserve(LOBBY, 0);
  assertThrows(() => quota.reserve(parseRoomName("coffee"), 20_000), Refusal);
  clock.advance(1);
  quota.reserve(parseRoomName("coffee"), 45_000);
  assertThrows(() => quota.reserve(TEA, 45_000), Refusal);
});

Deno.test("a quota counts what the database held at the start until that is removed", () => {
  const { quota, clock } = make({ maxBytes: MIB, usedBytes: MIB });
  assertThrows(() => quota.reserve(LOBBY, 1), Refusal);
  clock.advance(GONE_MS);
  quota.reserve(LOBBY, 1);
});

Deno.test("a quota leaves as much free as is stored, and 8 MiB", () => {
  const disk = {
    look: () => undefined,
    isGone: false,
    freeBytes: 12 * MIB,
    spend: (bytes: number) => void (disk.freeBytes -= bytes),
  };
  const { quota } = make({ disk });
  let stored = 0;
  assertThrows(() => {
    for (;; stored++) quota.reserve(parseRoomName(`room-${stored}`), MIB / 8);
  }, Refusal);
  assertEquals(stored, 16);
  disk.freeBytes += 2 * MIB / 8;
  quota.reserve(LOBBY, MIB / 8);
});

function make(options: Partial<QuotaOptions> = {}) {
  const clock = createFakeClock();
  return { clock, quota: createQuota({ clock, rowMs: 1_200_000, maxBytes: 1_024 * MIB, ...options }) };
}

Deno.test("openDisk() measures free space at most once a second, and only in look()", async () => {
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

Deno.test("openDisk() subtracts what was spent until it measures again", async () => {
  const { disk, clock } = await open([1_000, 850]);
  disk.spend(100);
  assertEquals(disk.freeBytes, 900);
  clock.advance(1_000);
  await disk.look();
  assertEquals(disk.freeBytes, 850);
});

Deno.test("openDisk() takes a disk that it can't measure for endless", async () => {
  const { disk } = await open([]);
  assertEquals(disk.freeBytes, Infinity);
});

Deno.test("openDisk() asks the operating system for the free space around a file", async () => {
  await using file = await createKvFile();
  await Deno.writeTextFile(file.path, "");
  const disk = await openDisk({ path: file.path });
  assert(disk.freeBytes > 0 && disk.freeBytes < Infinity);
});

Deno.test("usedBytes() is 0 without a file, and omits what was removed", async () => {
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

Deno.test("usedBytes() is the size of a file that isn't a database", async () => {
  await using file = await createKvFile();
  await Deno.writeTextFile(file.path, "toucan ".repeat(1_000));
  assertEquals(await usedBytes(file.path), 7_000);
});

/** Opens a disk whose measurements return these numbers in turn, and then fail. */
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

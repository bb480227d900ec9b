import { assertEquals, assertThrows } from "@std/assert";
import { LOBBY, parseRoomName, Refusal } from "@/lib/protocol/mod.ts";
import { createQuota, type QuotaOptions, storedSize } from "@/lib/server/store/quota.ts";
import { createFakeClock } from "@/tests/fake_clock.ts";

const MIB = 1_048_576;
const TEA = parseRoomName("tea");

/** Within 90 s after its time Deno KV has removed a row. */
const GONE_MS = 1_200_000 + 90_000;

Deno.test("a quota refuses what would be too much, and changes nothing then", () => {
  const { quota } = make({ maxBytes: 100_000 });
  quota.reserve(LOBBY, 90_000);
  const refusal = assertThrows(() => quota.reserve(TEA, 20_000), Refusal);
  assertEquals([refusal.code, refusal.status, refusal.options.retryAfter], ["full", 503, 60]);
  assertEquals(quota.storedBytes, 90_000);
});

Deno.test("a full quota takes what is smaller, as long, or nothing", () => {
  const { quota } = make({ maxBytes: 100_000 });
  quota.reserve(LOBBY, 100_000);
  quota.reserve(LOBBY, 0);
  quota.reserve(LOBBY, -10_000);
  assertThrows(() => quota.reserve(LOBBY, 10_001), Refusal);
  quota.reserve(LOBBY, -90_000);
  assertEquals(quota.storedBytes, 0);
  quota.reserve(TEA, 90_000);
});

Deno.test("a quota takes back what was reserved for a commit that failed, however full it is", () => {
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

Deno.test("a quota counts no less than nothing for a room that another process filled", () => {
  const { quota } = make();
  quota.reserve(LOBBY, 1_000);
  const reserved = quota.reserve(LOBBY, -5_000);
  assertEquals([reserved, quota.storedBytes], [-1_000, 0]);
  quota.giveBack(LOBBY, reserved);
  assertEquals(quota.storedBytes, 1_000);
});

Deno.test("storedSize() counts each row with a page, since that is what a short one may take", () => {
  assertEquals(storedSize(2, 20), 2 * (5_120 + 10));
});

Deno.test("a quota counts a room until its rows are certainly gone, from its last writing on", () => {
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

Deno.test("a quota counts what the database held at the start until it is gone", () => {
  const { quota, clock } = make({ maxBytes: MIB, usedBytes: MIB });
  assertThrows(() => quota.reserve(LOBBY, 1), Refusal);
  clock.advance(GONE_MS);
  quota.reserve(LOBBY, 1);
});

Deno.test("a quota leaves free what is stored once more, and 8 MiB", () => {
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

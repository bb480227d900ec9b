import { assertEquals, assertThrows } from "@std/assert";
import { LOBBY, parseRoomName, Refusal } from "@/lib/protocol/mod.ts";
import { createQuota, type MailboxRows, type QuotaOptions } from "@/lib/server/store/quota.ts";
import { createFakeClock } from "@/tests/fake_clock.ts";

const MIB = 1_048_576;
const TEA = parseRoomName("tea");

/** Within 90 s after its time Deno KV has removed a row. */
const GONE_MS = 1_200_000 + 90_000;

Deno.test("a quota refuses what would be too much, and changes nothing then", () => {
  const { quota } = make({ maxBytes: 100_000 });
  quota.reserve(LOBBY, [rows(90_000)]);
  const before = quota.storedBytes;
  const refusal = assertThrows(() => quota.reserve(TEA, [rows(20_000)]), Refusal);
  assertEquals([refusal.code, refusal.status, refusal.options.retryAfter], ["full", 503, 60]);
  assertEquals(quota.storedBytes, before);
});

Deno.test("a full quota takes what is smaller, as long, or nothing", () => {
  const { quota } = make({ maxBytes: 100_000 });
  quota.reserve(LOBBY, [rows(90_000)]);
  quota.reserve(LOBBY, [rows(90_000)]);
  quota.reserve(LOBBY, [rows(40_000), rows(40_000, "callee")]);
  assertThrows(() => quota.reserve(LOBBY, [rows(60_000)]), Refusal);
  quota.reserve(LOBBY, [rows(0), rows(0, "callee")]);
  assertEquals(quota.storedBytes, 0);
  quota.reserve(TEA, [rows(90_000)]);
});

Deno.test("a quota takes back what was reserved for a commit that failed", () => {
  const { quota } = make();
  quota.reserve(LOBBY, [rows(40_000)]);
  const before = quota.storedBytes;
  quota.reserve(LOBBY, [rows(60_000), rows(10, "callee")])();
  quota.reserve(TEA, [rows(60_000)])();
  quota.reserve(LOBBY, [rows(0)])();
  assertEquals(quota.storedBytes, before);
});

Deno.test("a quota counts each row with a page, since that is what a short one may take", () => {
  const { quota } = make();
  quota.reserve(LOBBY, [{ side: "caller", chunks: [new Uint8Array(10), new Uint8Array(10)] }]);
  assertEquals(quota.storedBytes, 2 * (5_120 + 10));
});

Deno.test("a quota counts a mailbox until its rows are certainly gone, from its last writing on", () => {
  const { quota, clock } = make({ maxBytes: 100_000 });
  quota.reserve(LOBBY, [rows(40_000)]);
  quota.reserve(TEA, [rows(40_000)]);
  clock.advance(GONE_MS - 1);
  quota.reserve(LOBBY, [rows(40_000)]);
  assertThrows(() => quota.reserve(parseRoomName("coffee"), [rows(10_000)]), Refusal);
  clock.advance(1);
  quota.reserve(parseRoomName("coffee"), [rows(40_000)]);
  assertThrows(() => quota.reserve(TEA, [rows(40_000)]), Refusal);
});

Deno.test("a quota counts what the database held at the start until it is gone", () => {
  const { quota, clock } = make({ maxBytes: MIB, usedBytes: MIB });
  assertThrows(() => quota.reserve(LOBBY, [rows(1)]), Refusal);
  clock.advance(GONE_MS);
  quota.reserve(LOBBY, [rows(1)]);
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
    for (;; stored++) quota.reserve(parseRoomName(`room-${stored}`), [rows(MIB / 8 - 5_120)]);
  }, Refusal);
  assertEquals(stored, 16);
  disk.freeBytes += 2 * MIB / 8;
  quota.reserve(LOBBY, [rows(MIB / 8 - 5_120)]);
});

function make(options: Partial<QuotaOptions> = {}) {
  const clock = createFakeClock();
  return { clock, quota: createQuota({ clock, rowMs: 1_200_000, maxBytes: 1_024 * MIB, ...options }) };
}

function rows(bytes: number, side: MailboxRows["side"] = "caller"): MailboxRows {
  return { side, chunks: bytes === 0 ? [] : [new Uint8Array(bytes)] };
}

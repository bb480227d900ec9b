import { addressOf, parseEventId, parseNews, parseReceipt, toEventId } from "@/lib/protocol/mod.ts";
import { assertEquals } from "@std/assert";

const NOW = Date.UTC(2026, 0, 1);
const BYE = { seq: 2, type: "bye" } as const;

Deno.test("an event's ID is a cursor, there and back", () => {
  const cursor = { call: `"o"`, after: 3 };
  assertEquals(toEventId(cursor), `"o".3`);
  assertEquals(parseEventId(toEventId(cursor)), cursor);
  for (const other of ["", "3", `"o"`, `"o".x`, `"o".3 `, `o.3`]) assertEquals(parseEventId(other), undefined, other);
});

Deno.test("addressOf() names the call where there is one", () => {
  assertEquals(addressOf("callee", { call: "", after: 0 }), "/messages?to=callee&after=0");
  assertEquals(addressOf("caller", { call: `"o"`, after: 2 }), "/messages?to=caller&after=2&call=%22o%22");
});

Deno.test("parseNews() takes news, and nothing else", () => {
  const news = { call: `"o"`, messages: [BYE], next: 2 };
  assertEquals(parseNews({ ...news, more: 1 }), news);
  assertEquals(parseNews({ ...news, reset: true }), { ...news, reset: true });
  for (
    const other of [
      undefined,
      null,
      "news",
      [],
      { ...news, messages: [{ type: "bye" }] },
      { ...news, next: "2" },
      { ...news, call: null },
    ]
  ) assertEquals(parseNews(other), undefined);
});

Deno.test("parseReceipt() goes by the time left, then by the server's clock, then by this one's", () => {
  const at = (ms: number) => ({ call: `"o"`, next: 1, expiresAt: new Date(NOW + ms).toISOString() });
  for (
    const [body, isServerTime, ttlMs] of [
      [{ ...at(-3_600_000), ttlMs: 540_000 }, false, 540_000],
      [at(3_600_000), true, 3_600_000],
      [at(300_000), false, 300_000],
      // This machine's clock is an hour behind, or an hour ahead.
      [at(3_600_000), false, 600_000],
      [at(-3_600_000), false, 60_000],
      [{ call: `"o"` }, true, 60_000],
    ] as const
  ) assertEquals(parseReceipt(body, NOW, isServerTime), { call: `"o"`, ttlMs });
  assertEquals(parseReceipt(undefined, NOW, true), { call: "", ttlMs: 60_000 });
});

import { assert, assertEquals, assertInstanceOf } from "@std/assert";
import { Refusal, refusalCodeOf, REFUSALS, TITLES, toProblem } from "@/lib/protocol/mod.ts";

/** By the contract: clients depend on each of them. */
const STATUSES = {
  "no-offer": 404,
  "no-answer": 404,
  "answer-taken": 409,
  "offer-replaced": 412,
  "call-ended": 410,
  "expired": 410,
  "slow-reader": 503,
  "shutting-down": 503,
  "too-many-candidates": 409,
  "invalid-room": 400,
  "invalid-query": 400,
  "not-json": 400,
  "unreadable-body": 400,
  "invalid-body": 422,
  "key-reused": 422,
  "too-large": 413,
  "unsupported-media-type": 415,
  "slow-body": 408,
  "too-many-chunks": 400,
  "invalid-host": 400,
  "malformed-url": 400,
  "url-too-long": 414,
  "header-too-long": 431,
  "not-found": 404,
  "method-not-allowed": 405,
  "busy": 503,
  "too-many-waiting": 503,
  "full": 503,
  "overloaded": 503,
  "unavailable": 503,
  "fault": 500,
};

Deno.test("REFUSALS has the codes and statuses of the contract", () => {
  assertEquals<Record<string, number>>(REFUSALS, STATUSES);
});

Deno.test("TITLES has a title of its own for each, without a final period", () => {
  const titles = Object.values(TITLES);
  assertEquals(new Set(titles).size, titles.length);
  for (const title of titles) assert(/^[A-Z].*[^.]$/.test(title), title);
});

Deno.test("Refusal is an error with the status of its code, or another one", () => {
  const refusal = new Refusal("no-offer", "Cannot read");
  assertInstanceOf(refusal, Error);
  assertEquals([refusal.name, refusal.message, refusal.status], ["Refusal", "Cannot read", 404]);
  assertEquals(new Refusal("no-offer", "Cannot answer", { status: 409 }).status, 409);
});

Deno.test("toProblem() says what was refused and its limit, and nothing of headers", () => {
  const refusal = new Refusal("too-large", "Cannot take it", { limit: 5, retryAfter: 1, allow: ["GET"] });
  assertEquals(toProblem(refusal), {
    type: "/problems#too-large",
    title: "This is larger than the server accepts",
    status: 413,
    detail: "Cannot take it",
    limit: 5,
  });
  assertEquals("limit" in toProblem(new Refusal("busy", "Cannot write")), false);
});

Deno.test("refusalCodeOf() reads back what toProblem() wrote", () => {
  for (const code of Object.keys(REFUSALS) as (keyof typeof REFUSALS)[]) {
    assertEquals(refusalCodeOf(toProblem(new Refusal(code, "Cannot"))), code);
  }
  assertEquals(refusalCodeOf({ type: "https://toucan.test/problems#no-offer" }), "no-offer");
});

for (const value of [null, undefined, 5, "no-offer", {}, { type: 5 }, { type: "about:blank" }, { type: "#toString" }]) {
  Deno.test(`refusalCodeOf() knows no code in ${Deno.inspect(value)}`, () => {
    assertEquals(refusalCodeOf(value), undefined);
  });
}

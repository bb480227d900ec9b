import { assertEquals, assertStrictEquals } from "@std/assert";
import { DEFAULT_LIMITS } from "@/lib/protocol/mod.ts";
import {
  answer as makeAnswer,
  assembleCall,
  EMPTY_CALL,
  hangUp,
  nameOf,
  offer as makeOffer,
  rewrite,
  trickle,
} from "@/lib/server/call/call.ts";
import { EMPTY_MAILBOX, type Mailbox } from "@/lib/server/call/mailbox.ts";

const offer: Mailbox = {
  call: '"a"',
  description: { type: "offer", sdp: "v=0", etag: '"a"' },
  entries: [],
  expiresAt: 1_000,
};
const answer: Mailbox = {
  call: '"a"',
  description: { type: "answer", sdp: "v=0", etag: '"b"' },
  entries: [],
  expiresAt: 2_000,
};
const receipts = [{ key: "k", digest: "d", next: 1 }];
const EXPIRED = { ...EMPTY_CALL, expired: '"a"' };
const early: Mailbox = { ...EMPTY_MAILBOX, entries: [{ candidate: "candidate:1" }], expiresAt: 2_000 };

Deno.test("assembleCall() keeps a call until its later mailbox expires, to the millisecond", () => {
  assertEquals(assembleCall(offer, answer, 1_999), { caller: offer, callee: answer });
  assertEquals(assembleCall(offer, answer, 2_000), EXPIRED);
  assertEquals(assembleCall(offer, EMPTY_MAILBOX, 999), { caller: offer, callee: EMPTY_MAILBOX });
  assertEquals(assembleCall(offer, EMPTY_MAILBOX, 1_000), EXPIRED);
});

Deno.test("assembleCall() drops the callee's mailbox of another call, which doesn't extend the call's life", () => {
  const other = { ...answer, call: '"other"' };
  assertEquals(assembleCall(offer, other, 999), { caller: offer, callee: EMPTY_MAILBOX });
  assertEquals(assembleCall(offer, other, 1_000), EXPIRED);
  assertStrictEquals(assembleCall(EMPTY_MAILBOX, other, 0), EMPTY_CALL);
});

Deno.test("assembleCall() keeps a callee's early candidates that raced with the offer", () => {
  assertEquals(assembleCall(offer, early, 0), { caller: offer, callee: { ...early, call: '"a"' } });
  assertStrictEquals(assembleCall(EMPTY_MAILBOX, early, 0).callee, early);
});

Deno.test("assembleCall() drops a mailbox of another call with its receipts", () => {
  const other = { ...answer, call: '"other"', receipts };
  assertStrictEquals(assembleCall(offer, other, 0).callee, EMPTY_MAILBOX);
});

Deno.test("hangUp() drops everything, including receipts", () => {
  const call = { caller: { ...offer, receipts }, callee: answer };
  assertEquals(hangUp(call, null), { call: EMPTY_CALL, wrote: ["caller", "callee"], result: undefined });
});

Deno.test("assembleCall() keeps an unchanged mailbox, so that it isn't written again", () => {
  const call = assembleCall(offer, answer, 0);
  assertStrictEquals(call.caller, offer);
  assertStrictEquals(call.callee, answer);
  assertStrictEquals(assembleCall(offer, EMPTY_MAILBOX, 0).callee, EMPTY_MAILBOX);
});

Deno.test("nameOf() is the offer's ETag", () => {
  assertEquals([nameOf(assembleCall(offer, answer, 0)), nameOf(EMPTY_CALL)], ['"a"', ""]);
});

Deno.test("a change names the sides that it wrote, and no others", () => {
  const call = { caller: offer, callee: answer };
  const another = { type: "offer", sdp: "v=1", etag: '"c"' } as const;
  assertEquals(makeOffer(EMPTY_CALL, another, null).wrote, ["caller"]);
  assertEquals(makeOffer(call, another, null).wrote, ["caller", "callee"]);
  assertEquals(makeOffer(call, { ...another, sdp: "v=0" }, '"a"').wrote, ["caller"]);
  const answered = { type: "answer", sdp: "v=0", etag: '"d"' } as const;
  assertEquals(makeAnswer({ caller: offer, callee: EMPTY_MAILBOX }, answered, null).wrote, ["callee"]);
  assertEquals(trickle(call, "callee", [{ candidate: "candidate:1" }], DEFAULT_LIMITS).wrote, ["callee"]);
  assertEquals(trickle(call, "callee", [], DEFAULT_LIMITS).wrote, []);
  assertEquals(hangUp(EMPTY_CALL, null).wrote, []);
  assertEquals(rewrite({ caller: offer, callee: EMPTY_MAILBOX }).wrote, ["caller"]);
});

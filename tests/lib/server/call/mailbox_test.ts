import { assertEquals } from "@std/assert";
import { addEntries, candidatesOf, describe, EMPTY_MAILBOX, type Mailbox } from "@/lib/server/call/mailbox.ts";
import { DEFAULT_LIMITS, type IceCandidate } from "@/lib/protocol/mod.ts";
import { candidateOf, sdpOf } from "@/testing/descriptions.ts";

const bare = { candidate: "candidate:1" };

Deno.test("describe() keeps the early candidates that belong to the description", () => {
  const early = [candidateOf("aaaa", 1), bare, candidateOf("bbbb", 2)];
  assertEquals(described(early, "aaaa").entries, [candidateOf("aaaa", 1), bare]);
  assertEquals(describe(mailboxOf(early), { type: "offer", sdp: "v=0", etag: "x" }, "x").entries, early);
});

Deno.test("describe() keeps only candidates of the new generation at a restart", () => {
  const before = described([candidateOf("aaaa", 1)], "aaaa");
  const mixed = addEntries(before, [bare, candidateOf("bbbb", 2), candidateOf("cccc", 3)], DEFAULT_LIMITS);
  const after = describe(mixed, { type: "offer", sdp: sdpOf("bbbb"), etag: "y" }, "y");
  assertEquals(after.entries, [candidateOf("bbbb", 2)]);
  assertEquals(describe(mixed, { type: "offer", sdp: "v=0", etag: "z" }, "z").entries, []);
});

Deno.test("candidatesOf() is empty without a description", () => {
  assertEquals(candidatesOf(mailboxOf([candidateOf("aaaa", 1), bare])), []);
});

Deno.test("candidatesOf() is complete with an end without a generation, or one for each", () => {
  const sdp = sdpOf("aaaa") + "a=ice-ufrag:bbbb\r\n";
  const mailbox = describe(EMPTY_MAILBOX, { type: "offer", sdp, etag: "x" }, "x");
  const lengthAfter = (...ufrags: (string | null)[]) =>
    candidatesOf(
      addEntries(mailbox, ufrags.map((usernameFragment) => ({ candidate: "", usernameFragment })), DEFAULT_LIMITS),
    ).length;
  assertEquals(lengthAfter(null), 1);
  assertEquals(lengthAfter("aaaa"), 0);
  assertEquals(lengthAfter("aaaa", "aaaa"), 0);
  assertEquals(lengthAfter("aaaa", "bbbb"), 1);
  assertEquals(lengthAfter("aaaa", null, "bbbb"), 1);
  assertEquals(lengthAfter("other"), 0);
});

Deno.test("addEntries() doesn't change its argument", () => {
  const before = described([], "aaaa");
  const after = addEntries(before, [bare], DEFAULT_LIMITS);
  assertEquals([before.entries.length, after.entries.length], [0, 1]);
});

function mailboxOf(candidates: IceCandidate[]): Mailbox {
  return { ...EMPTY_MAILBOX, entries: candidates };
}

function described(candidates: IceCandidate[], ufrag: string): Mailbox {
  return describe(mailboxOf(candidates), { type: "offer", sdp: sdpOf(ufrag), etag: "x" }, "x");
}

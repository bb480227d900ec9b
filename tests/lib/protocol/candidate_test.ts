import { assertEquals, assertThrows } from "@std/assert";
import {
  DEFAULT_LIMITS,
  END_OF_CANDIDATES,
  isEndOfCandidates,
  parseCandidates,
  Refusal,
  ufragOfCandidate,
} from "@/lib/protocol/mod.ts";

Deno.test("parseCandidates() takes one candidate or a batch", () => {
  const one = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 65_535, usernameFragment: "x" };
  assertEquals(parseCandidates(one), [one]);
  assertEquals(parseCandidates([one, { candidate: "candidate:2" }]), [one, { candidate: "candidate:2" }]);
  assertEquals(parseCandidates([]), []);
});

Deno.test("parseCandidates() takes three spellings of the end", () => {
  assertEquals(parseCandidates([null, "", { candidate: "" }]), Array(3).fill(END_OF_CANDIDATES));
  assertEquals(parseCandidates(null).map(isEndOfCandidates), [true]);
  assertEquals(isEndOfCandidates({ candidate: "candidate:1" }), false);
});

Deno.test("parseCandidates() leaves out what is no part of a candidate", () => {
  assertEquals(parseCandidates({ candidate: "c", foundation: "1" }), [{ candidate: "c" }]);
  assertEquals(parseCandidates({ candidate: "c", sdpMid: null }), [{ candidate: "c", sdpMid: null }]);
});

for (const value of [undefined, 5, "c", {}, { candidate: null }, [[]], { candidate: "", sdpMLineIndex: NaN }]) {
  Deno.test(`parseCandidates() refuses ${Deno.inspect(value)}`, () => {
    assertEquals(assertThrows(() => parseCandidates(value), Refusal).code, "invalid-body");
  });
}

Deno.test("parseCandidates() keeps to the limits it is given", () => {
  const limits = { ...DEFAULT_LIMITS, batch: 2, candidateBytes: 20 };
  assertEquals(parseCandidates([{ candidate: "1234" }, null], limits).length, 2);
  const long = assertThrows(() => parseCandidates({ candidate: "12345" }, limits), Refusal);
  assertEquals([long.code, long.status, long.options.limit], ["too-large", 413, 20]);
  const many = assertThrows(() => parseCandidates([null, null, null], limits), Refusal);
  assertEquals([many.code, many.status, many.options.limit], ["invalid-body", 422, 2]);
});

Deno.test("ufragOfCandidate() looks at the field, then at the line", () => {
  const line = "candidate:1 1 udp 1 192.0.2.1 9 typ host ufrag line network-id 1";
  assertEquals(ufragOfCandidate({ candidate: line, usernameFragment: "field" }), "field");
  assertEquals(ufragOfCandidate({ candidate: line }), "line");
  assertEquals(ufragOfCandidate({ candidate: line, usernameFragment: null }), "line");
  assertEquals(ufragOfCandidate({ candidate: line, usernameFragment: "" }), "line");
  assertEquals(ufragOfCandidate({ candidate: "candidate:1", usernameFragment: "" }), null);
  assertEquals(ufragOfCandidate({ candidate: "" }), null);
});

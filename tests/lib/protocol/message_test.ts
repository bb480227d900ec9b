import { assertEquals, assertThrows } from "@std/assert";
import { DEFAULT_LIMITS, parseMessages, Refusal } from "@/lib/protocol/mod.ts";

Deno.test("parseMessages() takes what each side says, alone or in a batch, and drops what it does not know", () => {
  const candidate = { candidate: "candidate:1", sdpMid: null };
  const messages = [
    { type: "offer", sdp: "v=0", other: 1 },
    { type: "candidate", candidate: { ...candidate, other: 1 } },
    { type: "end-of-candidates", usernameFragment: null },
    { type: "end-of-candidates", usernameFragment: "aaaa" },
    { type: "renegotiate" },
    { type: "bye", seq: 7 },
  ];
  assertEquals(parseMessages(messages, "caller"), [
    { type: "offer", sdp: "v=0" },
    { type: "candidate", candidate },
    { type: "end-of-candidates" },
    { type: "end-of-candidates", usernameFragment: "aaaa" },
    { type: "renegotiate" },
    { type: "bye" },
  ]);
  assertEquals(parseMessages({ type: "answer", sdp: "v=0" }, "callee"), [{ type: "answer", sdp: "v=0" }]);
});

Deno.test("parseMessages() takes a description and a whole batch of candidates, and no more", () => {
  const candidates = Array(DEFAULT_LIMITS.batch).fill({ type: "candidate", candidate: { candidate: "c" } });
  const batch = [{ type: "offer", sdp: "v=0" }, ...candidates];
  assertEquals(parseMessages(batch, "caller").length, 51);
  const { code, options } = assertThrows(() => parseMessages([...batch, { type: "bye" }], "caller"), Refusal);
  assertEquals([code, options.limit], ["invalid-body", 51]);
  assertEquals(assertThrows(() => parseMessages([], "caller"), Refusal).code, "invalid-body");
});

Deno.test("parseMessages() keeps to the limits of descriptions and candidates", () => {
  const limits = { ...DEFAULT_LIMITS, sdpBytes: 5, candidateBytes: 20 };
  for (
    const message of [
      { type: "offer", sdp: "v=0 é¢" },
      { type: "candidate", candidate: { candidate: "candidate:1" } },
    ]
  ) {
    assertEquals(assertThrows(() => parseMessages(message, "caller", limits), Refusal).code, "too-large");
  }
});

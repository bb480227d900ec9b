import { assertEquals, assertThrows } from "@std/assert";
import { DEFAULT_LIMITS, describeSdp, parseDescription, Refusal, ufragsOf } from "@/lib/protocol/mod.ts";

Deno.test("parseDescription() takes what RTCPeerConnection gives, and no more", () => {
  assertEquals(parseDescription({ type: "offer", sdp: "v=0", x: 1 }, "offer"), { type: "offer", sdp: "v=0" });
});

for (const value of [null, undefined, "v=0", [], {}, { type: "offer" }, { type: "answer", sdp: "v=0" }]) {
  Deno.test(`parseDescription() refuses ${Deno.inspect(value)} as offer`, () => {
    assertEquals(assertThrows(() => parseDescription(value, "offer"), Refusal).code, "invalid-body");
  });
}

Deno.test("describeSdp() counts bytes, not characters", () => {
  const limits = { ...DEFAULT_LIMITS, sdpBytes: 4 };
  assertEquals(describeSdp("éé", "answer", limits), { type: "answer", sdp: "éé" });
  const refusal = assertThrows(() => describeSdp("ééé", "answer", limits), Refusal);
  assertEquals([refusal.code, refusal.options.limit], ["too-large", 4]);
});

Deno.test("describeSdp() refuses an empty text", () => {
  for (const sdp of ["", " ", "\r\n"]) {
    assertEquals(assertThrows(() => describeSdp(sdp, "offer"), Refusal).code, "invalid-body");
  }
});

Deno.test("ufragsOf() finds each once, on lines of its own", () => {
  assertEquals(ufragsOf("v=0\r\na=ice-ufrag:a+/1\r\nm=audio\r\na=ice-ufrag:b\r\na=ice-ufrag:b\r\n"), ["a+/1", "b"]);
  assertEquals(ufragsOf("v=0\na=ice-ufrag:x\n"), ["x"]);
  assertEquals(ufragsOf("v=0\r\ns=a=ice-ufrag:x\r\n"), []);
});

import { assert, assertEquals, assertLessOrEqual } from "@std/assert";
import { explain, type Explanation, MAX_LINES } from "@/lib/inspect/mod.ts";
import { SAID } from "@/testing/said.ts";

/** What a server lets through at most. */
const MAX_BYTES = 65_536;

const HOSTILE: Readonly<Record<string, string>> = {
  "nothing": "",
  "line ends only": "\r\n".repeat(MAX_BYTES / 2),
  "one endless line": "a".repeat(MAX_BYTES),
  "one endless attribute": `a=fmtp:111 ${"x=1;".repeat(MAX_BYTES / 4)}`,
  "one endless candidate": `a=candidate:${"1 ".repeat(MAX_BYTES / 2)}`,
  "a candidate with endless extensions": `a=candidate:1 1 udp 1 192.0.2.1 1 typ host ${"a b ".repeat(16_000)}`,
  "as many lines as there can be": "\n".repeat(3) + "m=\n".repeat(MAX_BYTES / 3),
  "sections without end": "m=audio 9 RTP 0\n".repeat(MAX_BYTES / 16),
  "bytes of every kind": Array.from({ length: MAX_BYTES }, (_, index) => String.fromCharCode(index)).join(""),
  "names of what every object has": "a=toString:1\na=hasOwnProperty\na=fmtp:1 __proto__=1;constructor=2\n",
};

for (const [name, sdp] of Object.entries(HOSTILE)) {
  Deno.test(`explain() takes a description of ${name}`, () => {
    assertBounded(explain({ type: "offer", sdp }));
  });
}

Deno.test("explain() counts the lines that it leaves out", () => {
  const { sections, left } = explain({ type: "offer", sdp: "a=x\n".repeat(MAX_LINES + 7) });
  assertEquals(left, 7);
  assertEquals(sections.flatMap(({ lines }) => lines).length, MAX_LINES);
});

Deno.test("explain() takes real descriptions that are cut or spoilt anywhere", () => {
  for (const { offer, candidates } of Object.values(SAID)) {
    const head = offer.split("\r\n").filter((_, index, all) => index < 60 || index > all.length - 20).join("\r\n");
    for (let at = 0; at < head.length; at += 7) {
      assertBounded(explain({ type: "offer", sdp: head.slice(0, at) }));
      assertBounded(explain({ type: "offer", sdp: `${head.slice(0, at)}\0 ${head.slice(at + 3, at + 400)}` }));
    }
    const { candidate } = candidates[0]!;
    for (let at = 0; at < candidate.length; at++) {
      assertBounded(explain({ type: "candidate", candidate: { candidate: candidate.slice(0, at) } }));
      assertBounded(explain({ type: "candidate", candidate: { candidate: candidate.slice(at) } }));
    }
  }
});

function assertBounded({ sections }: Explanation): void {
  const lines = sections.flatMap(({ lines }) => lines.flatMap((line) => [line, ...line.parts]));
  assertLessOrEqual(lines.length, MAX_LINES * 40);
  for (const { raw, values } of lines) {
    assert(raw.length <= 1_001);
    for (const value of Object.values(values)) {
      assert(typeof value === "number" ? Number.isFinite(value) : value.length <= 1_001, raw);
    }
  }
}

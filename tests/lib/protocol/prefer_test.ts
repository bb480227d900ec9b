import { assertEquals } from "@std/assert";
import { parsePreferWait } from "@/lib/protocol/mod.ts";

const CASES: [string | null, number | undefined][] = [
  [null, undefined],
  ["", undefined],
  ["wait=0", 0],
  ["wait=007", 7],
  ['  Wait = "5" ; x="y"', 5],
  ["return=minimal, wait=5", 5],
  ["wait=5, wait=6", 5],
  ["wait=x, wait=6", undefined],
  ["wait=5;wait=6", 5],
  ["wait=5=6", undefined],
  ['wait="5', undefined],
  ["wait, wait=6", 6],
  ["wait=, wait=6", undefined],
  ["wait", undefined],
  ["await=5", undefined],
  ["wait=-1", undefined],
  ["wait=+1", undefined],
  ["wait=1.5", undefined],
  ["wait=Infinity", undefined],
  ["wait='5'", undefined],
  [`wait=${"9".repeat(400)}`, Infinity],
];

for (const [header, seconds] of CASES) {
  Deno.test(`parsePreferWait() gives ${seconds} for ${header?.slice(0, 30)}`, () => {
    assertEquals(parsePreferWait(header), seconds);
  });
}

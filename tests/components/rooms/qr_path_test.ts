import { assertEquals, assertNotEquals } from "@std/assert";
import { drawQr } from "@/components/rooms/qr_path.ts";
import { decodeQr } from "@/testing/read_qr.ts";

const LINKS = [
  "http://localhost:8000/rooms/tea?as=callee",
  "https://toucan.example.org/rooms/maple-toucan-drizzle-violin?as=callee",
  `https://example.org/rooms/${"x".repeat(64)}?as=callee`,
];

for (const link of LINKS) {
  Deno.test(`a camera reads ${link.slice(0, 60)}`, () => {
    assertEquals(decodeQr(drawQr(link)), link);
  });
}

Deno.test("drawQr() leaves four modules free on every side", () => {
  const { size, path } = drawQr(LINKS[0]!);
  const bars = Array.from(path.matchAll(/M(\d+) (\d+)h(\d+)/g), ([, ...numbers]) => numbers.map(Number));
  assertNotEquals(bars.length, 0);
  assertEquals(Math.min(...bars.map(([x]) => x!)), 4);
  assertEquals(Math.min(...bars.map(([, y]) => y!)), 4);
  assertEquals(Math.max(...bars.map(([x, , width]) => x! + width!)), size - 4);
  assertEquals(Math.max(...bars.map(([, y]) => y! + 1)), size - 4);
});

import { assertEquals } from "@std/assert";
import { gunzipSync } from "node:zlib";
import { compressPiece, stitchGzip } from "@/lib/server/pages/stitched_gzip.ts";

const CASES: [name: string, pieces: string[], values: string[]][] = [
  ["nothing", [""], []],
  ["one piece", ["<p>Tee</p>".repeat(5_000)], []],
  ["text of any language", ["Grüße, ", "! 你好 🦜"], ["Zoë"]],
  ["values next to each other and at both ends", ["", "", "a", ""], ["b", "c", "d"]],
  ["an empty value", ["a", "b"], [""]],
  ["a value of more than one block", ["a", "b"], ["x".repeat(65_535 * 2 + 1)]],
  ["a value of one whole block", ["a", "b"], ["x".repeat(65_535)]],
];

for (const [name, pieces, values] of CASES) {
  Deno.test(`stitchGzip() packs ${name}`, async () => {
    const text = pieces.map((piece, index) => piece + (values[index] ?? "")).join("");
    const packed = stitchGzip(pieces.map(compressPiece), values);
    assertEquals(gunzipSync(packed).toString(), text);
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    assertEquals(await new Response(unpacked).text(), text);
  });
}

Deno.test("stitchGzip() gives values of one length one size, whatever else they have in common", () => {
  const pieces = ["<a nonce=", "><a href=", ">"].map(compressPiece);
  const sizeWith = (guess: string) => stitchGzip(pieces, ["c2VjcmV0IG9mIDE2IGJ5dGVz", guess]).length;
  assertEquals(sizeWith("c2VjcmV0IG9mIDE2IGJ5dGVz"), sizeWith("bm90IGF0IGFsbCBzaW1pbGFy"));
});

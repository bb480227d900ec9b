import { assertEquals } from "@std/assert";
import { CODINGS, preferCoding } from "@/lib/server/pages/content_coding.ts";

const CASES: [header: string | undefined, coding: string | undefined][] = [
  [undefined, undefined],
  ["", undefined],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["GZIP", "gzip"],
  ["deflate, zstd", undefined],
  ["*", "br"],
  ["br;q=0, *", "gzip"],
  ["*;q=0", undefined],
  ["identity", undefined],
  ["identity, br", "br"],
  ["identity, br;q=0.9", undefined],
  ["identity;q=0, gzip;q=0.1", "gzip"],
  ["gzip;q=1.0, br;q=0.9", "gzip"],
  ["gzip ; q=0.5 ,br;q=0.501", "br"],
  ["gzip;q=0.5, *", "br"],
  ["gzip;q=0.000", undefined],
  ["gzip;q=2, br;q=-1", undefined],
  ["gzip;q=0.1234", undefined],
  ["gzip;Q=0.3", "gzip"],
  [",,;;q=,gzip", "gzip"],
];

for (const [header, coding] of CASES) {
  Deno.test(`preferCoding() is ${coding ?? "none"} for ${JSON.stringify(header)}`, () => {
    assertEquals(preferCoding(requestWith(header), CODINGS), coding);
  });
}

Deno.test("preferCoding() takes only what there is", () => {
  assertEquals(preferCoding(requestWith("br, gzip;q=0.1"), ["gzip"]), "gzip");
  assertEquals(preferCoding(requestWith("br"), ["gzip"]), undefined);
  assertEquals(preferCoding(requestWith("br, *;q=0.5"), ["gzip"]), "gzip");
});

Deno.test("preferCoding() doesn't look at more than 1,024 characters", () => {
  const padded = (length: number) => requestWith("br".padEnd(length, ","));
  assertEquals(preferCoding(padded(1_024), CODINGS), "br");
  assertEquals(preferCoding(padded(1_025), CODINGS), undefined);
});

function requestWith(header: string | undefined): Request {
  return new Request("http://localhost", header === undefined ? {} : { headers: { "accept-encoding": header } });
}

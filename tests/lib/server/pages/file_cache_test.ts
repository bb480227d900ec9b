import { assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { Refusal } from "@/lib/protocol/mod.ts";
import type { CompressedFiles } from "@/lib/server/pages/compressed_files.ts";
import { createFileCache } from "@/lib/server/pages/file_cache.ts";
import { assertStatus } from "@/testing/app.ts";

const FILES: CompressedFiles = new Map([
  ["/a.js", new Map([["br", bytes("brotli")], ["gzip", bytes("gzipped")]] as const)],
]);

/** Memory that never runs short. */
const PLENTY = { refuseWhenShort() {} };

const PLAIN = {
  "cache-control": "public",
  "content-type": "text/javascript",
  "etag": `W/"1+/="`,
  "vary": "If-None-Match",
};

function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const serve = () => Promise.resolve(new Response("plain", { headers: PLAIN }));
  const req = new Request(`http://localhost${path}`, { method, headers });
  return createFileCache(FILES, serve, PLENTY)(req, new URL(req.url));
}

const CODED: [accept: string, coding: string | null, etag: string, body: string][] = [
  ["gzip, deflate, br, zstd", "br", `"1+/=-br"`, "brotli"],
  ["gzip", "gzip", `"1+/=-gzip"`, "gzipped"],
  ["identity", null, `"1+/="`, "plain"],
];

for (const [accept, coding, etag, body] of CODED) {
  Deno.test(`createFileCache() responds to Accept-Encoding "${accept}" with the coding ${coding}`, async () => {
    const headers = {
      "cache-control": "public",
      ...(coding === null ? {} : { "content-encoding": coding }),
      "content-length": String(body.length),
      "content-type": "text/javascript",
      etag,
      "vary": "accept-encoding",
    };
    for (const method of ["GET", "HEAD"]) {
      const response = await ask("/a.js", { "accept-encoding": accept }, method)!;
      assertEquals([response.status, Object.fromEntries(response.headers)], [200, headers]);
      assertEquals(await response.text(), method === "GET" ? body : "");
    }
  });

  Deno.test(`createFileCache() responds with 304 to who has the coding ${coding}, and to no one else`, async () => {
    const statusFor = async (list: string) => {
      const response = await ask("/a.js", { "accept-encoding": accept, "if-none-match": list })!;
      const sent = Object.fromEntries(response.headers);
      if (response.status === 304) assertEquals(sent, { "cache-control": "public", etag, "vary": "accept-encoding" });
      assertEquals(await response.text(), response.status === 304 ? "" : body);
      return response.status;
    };
    for (const list of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) assertEquals(await statusFor(list), 304);
    const others = CODED.map(([, , other]) => other).filter((other) => other !== etag);
    assertNotEquals(others, []);
    for (const list of [...others, `"1"`, etag.slice(1, -1)]) assertEquals(await statusFor(list), 200);
  });
}

Deno.test("createFileCache() leaves to the framework what the build didn't compress, and unusual addresses", () => {
  for (const path of ["/a.css", "/A.js", "//a.js", "/a.js/", "/%61.js", "/a.js?x=1", "/a.js?__frsh_c=old"]) {
    assertEquals(ask(path), undefined);
  }
  for (const method of ["POST", "OPTIONS", "DELETE"]) assertEquals(ask("/a.js", {}, method), undefined);
});

Deno.test("createFileCache() asks the framework once for each file", async () => {
  let asked = 0;
  const serve = ({ headers }: Request) => {
    asked++;
    assertEquals([...headers], []);
    return Promise.resolve(new Response("plain", { headers: PLAIN }));
  };
  const cache = createFileCache(FILES, serve, PLENTY);
  for (let count = 0; count < 100; count++) {
    const headers = { "accept-encoding": ["br", "gzip", ""][count % 3]!, "if-none-match": `"${count}"` };
    const req = new Request(`http://${count}.example/a.js`, { headers });
    await assertStatus(cache(req, new URL(req.url))!, 200);
  }
  assertEquals(asked, 1);
});

Deno.test("createFileCache() keeps no file that the framework names no version of, as while developing", async () => {
  const texts = ["old", "old", "new", "new"];
  const serve = () => Promise.resolve(new Response(texts.shift()));
  const cache = createFileCache(FILES, serve, PLENTY);
  for (const text of ["old", "new"]) {
    const req = new Request("http://localhost/a.js", { headers: { "accept-encoding": "br" } });
    const response = await cache(req, new URL(req.url))!;
    assertEquals([response.headers.get("content-encoding"), await response.text()], [null, text]);
  }
});

Deno.test("createFileCache() refuses a list of entity tags that is too long, and everything while memory is short", async () => {
  const list = `"${"a".repeat(1_024)}"`;
  await assertRejects(() => ask("/a.js", { "if-none-match": list })!, Refusal, "Cannot read If-None-Match");
  const refuseWhenShort = () => {
    throw new Refusal("overloaded", "Cannot answer: memory is short");
  };
  const cache = createFileCache(FILES, () => Promise.reject(new Error("Not to be asked")), { refuseWhenShort });
  const req = new Request("http://localhost/a.js");
  await assertRejects(() => cache(req, new URL(req.url))!, Refusal, "memory is short");
});

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

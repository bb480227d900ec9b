import { assert, assertEquals, assertLess, assertNotEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { type IncomingMessage, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { startServer } from "@/testing/server.ts";

const UNPACK: Record<string, (body: Uint8Array) => Uint8Array> = { br: brotliDecompressSync, gzip: gunzipSync };

Deno.test("every script, stylesheet and SVG of a page comes compressed, and is the same file", async () => {
  await using server = await startServer();
  const { headers, body } = await ask(`${server.url}/rooms/tea`);
  const addresses = new Set([body.toString(), headers.link].join().match(/\/[^"<>\s?]+\.(?:js|css|svg)(?:\?[^">]+)?/g));
  assert(addresses.size > 3);
  for (const address of [...addresses, "/client.js"]) {
    const plain = await ask(server.url + address);
    assertEquals([plain.status, plain.headers["content-encoding"]], [200, undefined], address);
    const etags = new Set([plain.headers.etag]);
    for (const coding of ["br", "gzip"]) {
      const packed = await ask(server.url + address, { "accept-encoding": coding });
      const { etag } = packed.headers;
      assertEquals([packed.status, packed.headers["content-encoding"]], [200, coding], address);
      assertLess(packed.body.length, plain.body.length);
      assertEquals(Buffer.compare(UNPACK[coding]!(packed.body), plain.body), 0, address);
      assertEquals(packed.headers.vary, "accept-encoding");
      for (const name of ["content-type", "cache-control", "x-content-type-options", "access-control-allow-origin"]) {
        assertEquals(packed.headers[name], plain.headers[name], `${name} of ${address}`);
      }
      const head = await ask(server.url + address, { "accept-encoding": coding }, "HEAD");
      assertEquals({ ...head.headers, date: "" }, { ...packed.headers, date: "" });
      const again = await ask(server.url + address, { "accept-encoding": coding, "if-none-match": etag! });
      assertEquals([again.status, again.headers.etag, again.headers.vary], [304, etag, "accept-encoding"]);
      etags.add(etag);
    }
    assertEquals(etags.size, 3);
  }
});

Deno.test("a page's scripts and styles may be cached for good, compressed or not", async () => {
  await using server = await startServer();
  const html = (await ask(`${server.url}/`)).body.toString();
  const addresses = html.match(/(?<=")\/(?:_fresh\/js\/\S+?\.js|\w+\.css\?\w+=\w+)(?=")/g) ?? [];
  assertNotEquals(addresses, []);
  for (const address of addresses) {
    const { headers } = await ask(server.url + address, { "accept-encoding": "br" });
    assertEquals([headers["content-encoding"], headers["cache-control"]], [
      "br",
      "public, max-age=31536000, immutable",
    ]);
  }
});

Deno.test("an address of another build leads to this one's file", async () => {
  await using server = await startServer();
  const { status, headers } = await ask(`${server.url}/toucan.svg?__frsh_c=old`, { "accept-encoding": "br" });
  assertEquals([status, headers.location], [307, "/toucan.svg"]);
});

/** Sends a request, and leaves the body as it comes. */
async function ask(url: string, headers: Record<string, string> = {}, method = "GET") {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request(url, { method, headers, agent: false }, resolve).on("error", reject).end();
  const response = await promise;
  const body = Buffer.concat(await Array.fromAsync(response));
  return { status: response.statusCode, headers: response.headers, body };
}

import { assertEquals, assertMatch, assertStrictEquals } from "@std/assert";
import { App, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { asset } from "fresh/runtime";
import { buildFixture, ROOT } from "./testdata/built.ts";

const request = await buildFixture();

const NEVER = "no-cache, no-store, max-age=0, must-revalidate";
const FOREVER = "public, max-age=31536000, immutable";

Deno.test("staticFiles() serves what is in static/, and only to GET and HEAD", async () => {
  const response = await request("/style.css");
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("content-type"), "text/css; charset=UTF-8");
  assertEquals(response.headers.get("cache-control"), NEVER);
  assertEquals(response.headers.get("vary"), "If-None-Match");
  assertMatch(await response.text(), /teal/);

  const head = await request("/style.css", { method: "HEAD" });
  assertEquals(head.status, 200);
  assertEquals(head.headers.get("content-length"), response.headers.get("content-length"));
  assertStrictEquals(head.body, null);

  const post = await request("/style.css", { method: "POST" });
  assertEquals([post.status, await post.text()], [405, "Method Not Allowed"]);
});

Deno.test("staticFiles() leaves the rest to the routes", async () => {
  for (const path of ["/img", "/img/none.svg", "/%2e%2e/main.ts"]) {
    const response = await request(path);
    await response.body?.cancel();
    assertEquals(response.status, 404, path);
  }
});

Deno.test("staticFiles() has the browser keep the build's scripts for good", async () => {
  const page = await request("/");
  const script = /\/_fresh\/js\/\w+\/Counter\.js/.exec(await page.text())?.[0] ?? "";
  const response = await request(script);
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("content-type"), "text/javascript; charset=UTF-8");
  assertEquals(response.headers.get("cache-control"), FOREVER);
  await response.body?.cancel();

  const etag = response.headers.get("etag") ?? "";
  assertMatch(etag, /^W\/".+"$/);
  for (const seen of [etag, etag.slice(3, -1)]) {
    const again = await request(script, { headers: { "if-none-match": seen } });
    assertEquals(again.status, 304);
    assertStrictEquals(again.body, null);
  }
});

Deno.test("asset() locks a file's URL to the build", async () => {
  const html = await (await request("/")).text();
  const href = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? "";
  assertMatch(href, /^\/style\.css\?__frsh_c=\w+$/);
  const response = await request(href);
  assertEquals(response.headers.get("cache-control"), FOREVER);
  await response.body?.cancel();
  for (const path of ["style.css", "//host/style.css", "https://example.org/style.css"]) {
    assertEquals(asset(path), path);
  }
  assertMatch(asset("/a?b=c#d"), /^\/a\?b=c&__frsh_c=\w+#d$/);
});

Deno.test("staticFiles() locks an image's URL to the build", async () => {
  const html = await (await request("/")).text();
  const src = /<img src="([^"]+)"/.exec(html)?.[1] ?? "";
  const response = await request(src);
  assertEquals(response.headers.get("content-type"), "image/svg+xml");
  assertEquals(response.headers.get("cache-control"), FOREVER);
  await response.body?.cancel();

  const stale = await request("/img/dot.svg?__frsh_c=stale&a=1");
  assertEquals(stale.status, 307);
  assertEquals(stale.headers.get("location"), "/img/dot.svg?a=1");
});

Deno.test("Builder.onTransformStaticFile() changes what a build in memory serves, as while developing", async () => {
  const builder = new Builder({ root: ROOT });
  builder.onTransformStaticFile({ pluginName: "test", filter: /style\.css$/ }, ({ mode }) => ({ content: mode }));
  const app = new App().use(staticFiles());
  (await builder.build({ snapshot: "memory" }))(app);
  const response = await app.handler()(new Request("http://localhost/style.css"));
  assertEquals([response.status, await response.text()], [200, "development"]);
});

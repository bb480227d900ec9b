import { assert, assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { buildFixture } from "./testdata/built.ts";

const request = await buildFixture();

Deno.test("App.handler() renders islands on the server", async () => {
  const html = await (await request("/")).text();
  assertStringIncludes(html, ">Count: 3</button>");
  assertStringIncludes(html, ">Count: 10</button>");
  assertMatch(html, /<span class="still">Hello .+<button [^>]+>Count: 100<\/button><\/span>/);
  assertStringIncludes(html, `data-browser="false"`);
});

Deno.test("App.handler() adds one module script, and nothing where there is no island", async () => {
  const [withIslands, without] = await Promise.all(
    ["/", "/deep"].map(async (path) => await (await request(path)).text()),
  );
  assertEquals(withIslands?.match(/<script type="module"[^>]*>import/g)?.length, 1);
  assert(!without?.includes("/_fresh/js/"));
});

Deno.test("App.handler() lets no text of an island's props end the script", async () => {
  const html = await (await request("/")).text();
  const script = html.slice(html.lastIndexOf("<script"));
  assertEquals(script.match(/<\/script>/g)?.length, 1);
  assertNotMatch(script, /<!--/);
});

Deno.test("App.handler() preloads the modules of the islands", async () => {
  const response = await request("/");
  const html = await response.text();
  const link = response.headers.get("link") ?? "";
  for (const name of ["fresh-runtime", "Counter", "Greeting"]) {
    assertMatch(link, new RegExp(`</_fresh/js/\\w+/${name}\\.js>; rel="modulepreload"; as="script"`));
    assertMatch(html, new RegExp(`"/_fresh/js/\\w+/${name}\\.js"`));
  }
});

Deno.test("csp() gives the nonce to every script and style of a page", async () => {
  const response = await request("/");
  const policy = response.headers.get("content-security-policy") ?? "";
  const nonce = /script-src 'self' 'nonce-(\w+)'/.exec(policy)?.[1];
  assert(nonce);
  assertNotMatch(policy, /unsafe/);
  assertStringIncludes(policy, "; frame-ancestors 'self'");
  const html = await response.text();
  const scripts = html.match(/<(script|style)\b[^>]*>/g) ?? [];
  assertEquals(scripts.length, 2);
  for (const script of scripts) assertStringIncludes(script, `nonce="${nonce}"`);
  const other = await request("/");
  await other.body?.cancel();
  assert(!other.headers.get("content-security-policy")?.includes(nonce));
});

Deno.test("csp() leaves 'unsafe-inline' to what is no page", async () => {
  const response = await request("/before");
  await response.body?.cancel();
  assertStringIncludes(response.headers.get("content-security-policy") ?? "", "script-src 'self' 'unsafe-inline'");
});

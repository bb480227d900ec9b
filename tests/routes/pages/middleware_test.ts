import { assertEquals, assertExists, assertFalse, assertNotEquals } from "@std/assert";
import { startApp } from "@/testing/app.ts";

const PAGES = ["/", "/rooms/tea", "/problems"];

for (const path of PAGES) {
  Deno.test(`GET ${path} allows nothing but the site's own files`, async () => {
    await using server = await startApp();
    const answer = await server.request(path);
    const policy = policyOf(answer);
    assertEquals(policy.get("default-src"), "'none'");
    assertEquals(policy.get("connect-src"), "'self'");
    assertEquals(policy.get("style-src"), "'self'");
    assertEquals(policy.get("img-src"), "'self' blob:");
    assertEquals(policy.get("frame-ancestors"), "'none'");
    assertFalse(policy.has("upgrade-insecure-requests"));
    assertFalse([...policy.values()].some((sources) => sources.includes("unsafe")));
    assertEquals(answer.headers.get("referrer-policy"), "no-referrer");
    assertEquals(answer.headers.get("x-dns-prefetch-control"), "off");
    assertEquals(answer.headers.get("x-content-type-options"), "nosniff");
    assertEquals(answer.headers.get("cache-control"), "no-cache");
    await answer.body?.cancel();
  });

  Deno.test(`GET ${path} names no other site and styles nothing inline`, async () => {
    await using server = await startApp();
    const html = await (await server.request(path)).text();
    const loaded = Array.from(html.matchAll(/<(?:link|img|script)\b[^>]*? (?:href|src)="([^"]*)"/g), ([, url]) => url);
    assertNotEquals(loaded, []);
    assertEquals(loaded.filter((url) => !/^\/[^/]/.test(url ?? "")), []);
    assertFalse(/ style="|<style/.test(html));
  });
}

Deno.test("GET / gives the nonce of its policy to every script, and to no other page", async () => {
  await using server = await startApp();
  const seen = new Set<string>();
  for (let i = 0; i < 2; i++) {
    const answer = await server.request("/");
    const nonce = /'nonce-([^']+)'/.exec(policyOf(answer).get("script-src") ?? "")?.[1];
    assertExists(nonce);
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    assertNotEquals(scripts.length, 0);
    assertEquals(scripts.filter((script) => !script.includes(`nonce="${nonce}"`)), []);
    seen.add(nonce);
  }
  assertEquals(seen.size, 2);
});

Deno.test("every stylesheet and picture of a page is there", async () => {
  await using server = await startApp();
  const html = await (await server.request("/")).text();
  for (const [, url] of html.matchAll(/<(?:link|img)\b[^>]*? (?:href|src)="([^"]*)"/g)) {
    const answer = await server.request(url!);
    assertEquals([url, answer.status], [url, 200]);
    await answer.body?.cancel();
  }
});

function policyOf(answer: Response): Map<string, string> {
  const directives = (answer.headers.get("content-security-policy") ?? "").split("; ");
  return new Map(directives.map((directive): [string, string] => {
    const [name = "", ...sources] = directive.split(" ");
    return [name, sources.join(" ")];
  }));
}

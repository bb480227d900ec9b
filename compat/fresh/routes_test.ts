import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { buildFixture } from "./testdata/built.ts";

const request = await buildFixture();

async function text(path: string, init?: RequestInit): Promise<string> {
  return await (await request(path, init)).text();
}

async function status(path: string, method: string): Promise<number> {
  const response = await request(path, { method });
  await response.body?.cancel();
  return response.status;
}

Deno.test("App.handler() runs the middlewares of the folders, groups included", async () => {
  const response = await request("/rooms/tea/offer");
  assertEquals(response.headers.get("x-trail"), "root,api");
  assertEquals(response.headers.get("x-root"), "seen");
  assertEquals(await response.text(), "tea /rooms/:room/offer root,api");
  const page = await request("/deep");
  assertEquals(page.headers.get("x-trail"), "root");
  await page.body?.cancel();
});

Deno.test("App.handler() prefers a static file route to a dynamic one, and that to the rest", async () => {
  assertEquals(await text("/rooms/lobby"), "lobby {}");
  assertEquals(await text("/rooms/lobby/"), "lobby {}");
  assertEquals(await text("/rooms/tea"), "room tea");
  assertEquals(await text("/rooms/tea/and/cake"), "rest: and/cake");
  assertEquals(await text("/rooms/tea//offer"), "tea /rooms/:room/offer root,api");
});

Deno.test("App.handler() answers 404 for a method a file route lacks", async () => {
  assertEquals(await status("/rooms/tea/offer", "PUT"), 404);
  assertEquals(await status("/rooms/tea/offer", "OPTIONS"), 404);
  assertEquals(await status("/rooms/lobby", "POST"), 404);
  assertEquals(await status("/rooms/tea/offer", "HEAD"), 200);
});

Deno.test("App.handler() answers every method with a page that has no handler", async () => {
  for (const method of ["GET", "POST", "PUT", "DELETE"]) assertEquals(await status("/bare", method), 200);
});

Deno.test("App.handler() gives only GET to a page whose handler has only GET", async () => {
  assertEquals(await status("/deep", "GET"), 203);
  assertEquals(await status("/deep", "POST"), 404);
});

Deno.test("App.handler() lets a group's middleware answer what was thrown below it", async () => {
  const response = await request("/rooms/tea/offer", { method: "POST" });
  assertEquals(response.status, 409);
  assertEquals(response.headers.get("x-trail"), "root,api");
  assertEquals(await response.json(), { status: 409 });
});

Deno.test("App.handler() renders _error.tsx inside the app, outside the root middlewares", async () => {
  for (const [path, status] of [["/nope", 404], ["/broken", 500]] as const) {
    const response = await request(path);
    assertEquals(response.status, status);
    assertEquals(response.headers.get("content-type"), "text/html; charset=utf-8");
    assertEquals(response.headers.get("x-trail"), null);
    assertEquals(response.headers.get("x-root"), null);
    assertEquals(response.headers.get("content-security-policy"), null);
    const html = await response.text();
    assertStringIncludes(html, `<h1 class="error">Failed: ${status}</h1>`);
    assertStringIncludes(html, `<title>${path}</title>`);
    assert(!html.includes("secret"));
  }
});

Deno.test("App.handler() serves neither special files nor folders without an index", async () => {
  for (const path of ["/_app", "/_middleware", "/index", "/rooms", "/(pages)/deep"]) {
    assertEquals(await status(path, "GET"), 404, path);
  }
});

Deno.test("App.handler() hands a page its data, in its layout and the app", async () => {
  const response = await request("/deep?q=1");
  assertEquals(response.status, 203);
  const html = await response.text();
  assertStringIncludes(html, `<!DOCTYPE html><html lang="en"><head>`);
  assertStringIncludes(html, `<main data-kind="null"><nav>`);
  assertStringIncludes(html, `<p>deep ?q=1</p></main>`);
});

Deno.test("App.handler() takes a page's headers from its handler", async () => {
  const response = await request("/");
  assertEquals(response.headers.get("x-page"), "index");
  await response.body?.cancel();
});

Deno.test("RouteConfig leaves out the app and the layouts, but not the document", async () => {
  assertEquals(
    await text("/bare"),
    `<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><p>bare</p></body></html>`,
  );
});

Deno.test("App.handler() marks links to the page and to those above it", async () => {
  const html = await text("/deep");
  assertStringIncludes(html, `<a href="/" data-ancestor="true" aria-current="true">`);
  assertStringIncludes(html, `<a href="/deep" data-current="true" aria-current="page">`);
  assertStringIncludes(html, `<a href="https://example.com/">`);
});

Deno.test("App.handler() rejects for a malformed escape in a file route's parameter", async () => {
  await assertRejects(() => request("/rooms/%E0%A4%A/offer"), URIError);
  assertEquals(await status("/%E0%A4%A", "GET"), 404);
});

Deno.test("App.handler() registers programmatic routes beside the files", async () => {
  const response = await request("/before");
  assertEquals(response.headers.get("x-trail"), null);
  assertEquals(await response.text(), "before");
});

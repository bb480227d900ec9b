import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { startApp } from "@/testing/app.ts";

Deno.test("GET / is the lobby's page", async () => {
  await using server = await startApp();
  const answer = await server.request("/");
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("content-type"), "text/html; charset=utf-8");
  const html = await answer.text();
  assertStringIncludes(html, `<html lang="en">`);
  assertStringIncludes(html, "<title>toucan: two browsers, one direct line</title>");
  assertStringIncludes(html, "curl -i http://localhost/offer");
});

Deno.test("GET / comes with every control waiting for its script", async () => {
  await using server = await startApp();
  const html = await (await server.request("/")).text();
  const controls = html.match(/<(button|input|textarea)\b[^>]*>/g) ?? [];
  assertEquals(controls.length, 5);
  assertEquals(controls.filter((control) => !/ disabled[ >]/.test(control)), []);
  for (const name of ["Start caller", "Start callee", "Make a private room"]) {
    assertMatch(html, new RegExp(`<button[^>]*>${name}<`));
  }
});

Deno.test("GET / says how the call stands before its script has loaded", async () => {
  await using server = await startApp();
  const html = await (await server.request("/")).text();
  assertMatch(html, /<div id="status"[^>]* role="status"[^>]* data-phase="idle"[^>]*><h2>Ready when you are</);
  assertMatch(html, /<noscript>.*Calls need JavaScript/);
});

Deno.test("GET / labels its fields", async () => {
  await using server = await startApp();
  const html = await (await server.request("/")).text();
  const fields = Array.from(html.matchAll(/<(?:input|textarea) id="([^"]+)"/g), ([, id]) => id);
  assertEquals(fields, ["room"]);
  for (const id of fields) assertMatch(html, new RegExp(`<label [^>]*for="${id}"[^>]*>\\w`));
});

Deno.test("GET / hands the ICE servers to the page", async () => {
  await using server = await startApp({ ICE_SERVERS: `[{"urls":"stun:stun.example.org"}]` });
  assertStringIncludes(await (await server.request("/")).text(), "stun:stun.example.org");
});

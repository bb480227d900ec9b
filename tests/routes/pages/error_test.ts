import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { startApp, type TestApp } from "@/testing/app.ts";

const HTML = { headers: { accept: "text/html" } };

Deno.test("an unknown address is answered in words", async () => {
  await using server = await startApp();
  const answer = await server.request("/nowhere", HTML);
  assertEquals(answer.status, 404);
  assertProtected(answer);
  const html = await answer.text();
  assertStringIncludes(html, "<title>Page not found · toucan</title>");
  assertMatch(html, /<a class="button primary" href="\/"/);
  assertFalse(html.includes("<script"));
});

Deno.test("a page that fails says so, and nothing of the cause", async () => {
  await using server = await startApp();
  const fault = new Error("the cause");
  breakPages(server, fault);
  const answer = await server.request("/rooms/tea", HTML);
  assertEquals(answer.status, 500);
  assertProtected(answer);
  const html = await answer.text();
  assertStringIncludes(html, "The server failed");
  assertFalse(html.includes(fault.message));
  assertEquals(server.faults, [fault]);
});

function assertProtected(answer: Response): void {
  assertEquals(answer.headers.get("content-type"), "text/html; charset=utf-8");
  assertEquals(answer.headers.get("content-security-policy")?.split("; ")[0], "default-src 'none'");
  assertEquals(answer.headers.get("x-content-type-options"), "nosniff");
  assertEquals(answer.headers.get("cache-control"), "no-store");
}

function breakPages({ config }: TestApp, fault: Error): void {
  const get = () => {
    throw fault;
  };
  Object.defineProperty(config, "iceServers", { get });
}

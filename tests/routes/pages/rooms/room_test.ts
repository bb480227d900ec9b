import { assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { startApp } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";

Deno.test("GET /rooms/:room is the room's page, with its link and its API", async () => {
  await using server = await startApp();
  const answer = await server.request("/rooms/tea-at-5");
  assertEquals(answer.status, 200);
  const html = await answer.text();
  assertStringIncludes(html, "<title>tea-at-5 · toucan</title>");
  assertMatch(html, /<h1>Room <span class="room-name">tea-at-5<\/span><\/h1>/);
  assertStringIncludes(html, `value="http://localhost/rooms/tea-at-5?as=callee"`);
  assertStringIncludes(html, "curl -i http://localhost/rooms/tea-at-5/offer");
});

Deno.test("GET /rooms/:room lets its host join with one button, or choose a side", async () => {
  await using server = await startApp();
  const html = await (await server.request("/rooms/tea")).text();
  assertEquals(buttonsOf(html).filter((name) => name.startsWith("Start")), ["Start caller", "Start callee"]);
  assertMatch(html, /<button [^>]*class="button primary"[^>]*>Join the chat</);
});

Deno.test("GET /rooms/:room?as=callee gives its guest one button, and hands out no invitation", async () => {
  await using server = await startApp();
  const html = await (await server.request("/rooms/tea?as=callee")).text();
  // The paper clip has a label in place of words.
  assertEquals(buttonsOf(html), ["Join the chat", "", "Send"]);
  assertStringIncludes(html, "<h2>You're invited</h2>");
  assertFalse(html.includes("room-link"));
});

Deno.test("GET /rooms/:room says in words what a room's name can be", async () => {
  await using server = await startApp();
  const answer = await server.request("/rooms/tea%20time", { headers: { accept: "text/html" } });
  assertEquals(answer.status, 400);
  assertEquals(answer.headers.get("content-type"), "text/html; charset=utf-8");
  const html = await answer.text();
  assertStringIncludes(html, "This is not a valid room name");
  assertStringIncludes(html, "1 to 64 letters (a to z), digits, hyphens and underscores");
});

Deno.test("GET /rooms/:room never takes a name for markup", async () => {
  await using server = await startApp();
  const answer = await server.request("/rooms/%3Cimg%20src=x%3E", { headers: { accept: "text/html" } });
  assertEquals(answer.status, 400);
  assertFalse((await answer.text()).includes("<img src=x>"));
});

Deno.test("DELETE /rooms/:room hangs up where GET is the page", async () => {
  await using server = await startApp();
  await (await server.post("/rooms/tea/offer", offerOf("aaaa"))).body?.cancel();
  const deleted = await server.request("/rooms/tea", { method: "DELETE" });
  assertEquals(deleted.status, 204);
  assertFalse(deleted.headers.has("content-security-policy"));
  assertFalse(deleted.headers.has("content-language"));
  const offer = await server.request("/rooms/tea/offer");
  assertEquals(offer.status, 404);
  await offer.body?.cancel();
});

Deno.test("HEAD /rooms/:room answers as GET does", async () => {
  await using server = await startApp();
  const answer = await server.request("/rooms/tea", { method: "HEAD" });
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("content-type"), "text/html; charset=utf-8");
  await answer.body?.cancel();
});

function buttonsOf(html: string): string[] {
  return Array.from(html.matchAll(/<button\b[^>]*>([^<]*)</g), ([, name]) => name!);
}

Deno.test("GET /rooms takes a person to where rooms are made, in the language of the address", async () => {
  await using server = await startApp();
  const accept = "text/html,application/xhtml+xml,*/*;q=0.8";
  for (const [path, expected] of [["/rooms", "/#own-room"], ["/rooms/?lang=de", "/?lang=de#own-room"]] as const) {
    const answer = await server.request(path, { headers: { accept }, redirect: "manual" });
    await answer.body?.cancel();
    assertEquals(answer.status, 303);
    assertEquals(answer.headers.get("location"), expected);
  }
  assertMatch(await (await server.request("/")).text(), / id="own-room"/);
});

Deno.test("a page with a call links to its own explanation, every other page to the lobby's", async () => {
  await using server = await startApp();
  const headers = { accept: "text/html" };
  for (
    const [path, expected] of [
      ["/", "#how"],
      ["/rooms/tea?as=callee&lang=de", "#how"],
      ["/learn?lang=de", "/?lang=de#how"],
      ["/problems", "/#how"],
      ["/rooms/tea%20time", "/#how"],
    ] as const
  ) {
    const html = await (await server.request(path, { headers })).text();
    assertMatch(html, new RegExp(`<nav [^>]*><a href="${expected.replace("?", "\\?")}"[^>]*>`), path);
    if (expected === "#how") assertMatch(html, /<section id="how"/);
  }
});

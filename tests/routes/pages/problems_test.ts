import { assertEquals, assertStringIncludes } from "@std/assert";
import { type RefusalCode, REFUSALS, TITLES } from "@/lib/protocol/mod.ts";
import { startApp } from "@/testing/app.ts";

Deno.test("GET /problems has an anchor, a status and a title for every refusal", async () => {
  await using server = await startApp();
  const answer = await server.request("/problems");
  assertEquals(answer.status, 200);
  const html = await answer.text();
  assertStringIncludes(html, "<title>Error reference · toucan</title>");
  const anchors = Array.from(html.matchAll(/<li [^>]*id="([^"]+)"/g), ([, id]) => id);
  assertEquals(anchors, Object.keys(REFUSALS));
  for (const [code, status] of Object.entries(REFUSALS)) {
    const title = TITLES[code as RefusalCode];
    assertStringIncludes(html, `<span>${status}</span>`);
    assertStringIncludes(html, `<h2>${title}</h2>`);
  }
});

Deno.test("the type of a problem leads to its words", async () => {
  await using server = await startApp();
  const { type } = await (await server.request("/offer")).json();
  const { pathname, hash } = new URL(type, "http://localhost");
  assertStringIncludes(await (await server.request(pathname)).text(), ` id="${hash.slice(1)}" class="card"`);
});

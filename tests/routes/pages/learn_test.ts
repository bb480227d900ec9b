import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { RECORDED } from "@/components/learn/recorded.ts";
import { toLadder } from "@/lib/ladder/mod.ts";
import { LANGUAGES } from "@/words/languages.ts";
import { startApp } from "@/testing/app.ts";

for (const language of LANGUAGES) {
  Deno.test(`GET /learn?lang=${language} is whole without its script: sections, figure, and every step in words`, async () => {
    await using server = await startApp();
    const answer = await server.request(`/learn?lang=${language}`);
    assertEquals(answer.status, 200);
    const html = await answer.text();
    assertStringIncludes(html, `<html lang="${language}">`);
    assertEquals(html.match(/<h1[ >]/g)?.length, 1);

    const contents = Array.from(html.matchAll(/<li[^>]*>\s*<a href="#([a-z]+)"/g), ([, id]) => id);
    const headings = Array.from(html.matchAll(/<h2 id="([a-z]+)"/g), ([, id]) => id);
    assertEquals(contents, ["what", "why", "not", "carry", "exchanged", "flow", "server", "after", "glossary"]);
    assertEquals(headings, contents);

    const { rows } = toLadder(RECORDED);
    const [, steps = ""] = /<ol class="replay-steps">(.*?)<\/ol>/s.exec(html) ?? [];
    assertEquals(steps.match(/<li[ >]/g)?.length, rows.length);
    assertMatch(html, /<div class="ladder-rows [^>]* role="img" aria-label="[^"]+"/);
    assertEquals(html.match(/<div class="row /g)?.length, rows.length);
    assert(!/\{\w+\}/.test(html.replaceAll(/<script.*?<\/script>/gs, "")), "a text is left open");
  });
}

Deno.test("GET /learn has its buttons wait for the script", async () => {
  await using server = await startApp();
  const html = await (await server.request("/learn")).text();
  const main = /<main.*<\/main>/s.exec(html)?.[0] ?? "";
  const buttons = main.match(/<button\b[^>]*>/g) ?? [];
  assertEquals(buttons.length, 7);
  assertEquals(buttons.filter((button) => !/ disabled[ >]/.test(button)), []);
});

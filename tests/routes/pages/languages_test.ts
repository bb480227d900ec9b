import { assert, assertEquals, assertFalse, assertMatch, assertStringIncludes } from "@std/assert";
import { LANGUAGES } from "@/words/languages.ts";
import { WORDS } from "@/words/mod.ts";
import { startApp } from "@/testing/app.ts";

const PAGES = ["/", "/rooms/tea", "/rooms/tea?as=callee", "/problems", "/nowhere", "/rooms/tea%20time"];

for (const language of LANGUAGES) {
  for (const path of PAGES) {
    Deno.test(`GET ${path} in ${language}: page and headers say so`, async () => {
      await using server = await startApp();
      const answer = await server.get(path, { "accept": "text/html", "accept-language": `${language}, xx;q=0.5` });
      assertEquals(answer.headers.get("content-language"), language);
      assertMatch(answer.headers.get("vary") ?? "", /\baccept-language\b/i);
      const html = await answer.text();
      assertStringIncludes(html, `<html lang="${language}">`);
      const current = Array.from(html.matchAll(/<a [^>]*hreflang="(\w+)"[^>]* aria-current="true"/g), ([, it]) => it);
      assertEquals(current, [language]);
    });
  }
}

for (const path of PAGES) {
  Deno.test(`GET ${path} in German has no English left, and nothing that was to be filled in`, async () => {
    await using server = await startApp();
    const html = await (await server.get(path, { "accept": "text/html", "accept-language": "de" })).text();
    const german = textsOf(WORDS.de).join("\n");
    const english = textsOf(WORDS.en).filter((text) => text.length > 12 && !german.includes(text));
    assert(english.length > 100);
    assertEquals(english.filter((text) => html.includes(text)), []);
    const drawn = html.replaceAll(/<script[^]*?<\/script>/g, "");
    assertEquals(drawn.match(/\{\w+\}/g), null);
  });
}

Deno.test("links of a page keep a language that its address names, and otherwise name none", async () => {
  await using server = await startApp();
  for (const [path, suffix] of [["/problems?lang=de", "?lang=de"], ["/problems", ""]] as const) {
    const html = await (await server.get(path, { "accept-language": "de" })).text();
    const links = Array.from(html.matchAll(/<a (?![^>]*hreflang)[^>]*href="(\/[^"]*)"/g), ([, href]) => href);
    assert(links.length >= 3);
    assertEquals(links.filter((href) => !href!.replace(/#.*/, "").endsWith(suffix)), []);
  }
});

Deno.test("the switch leads to the same page, with the rest of its address", async () => {
  await using server = await startApp();
  const html = await (await server.get("/rooms/tea?as=callee&lang=de")).text();
  assertMatch(html, /<a href="\/rooms\/tea\?as=callee&(amp;)?lang=en" hreflang="en" lang="en" aria-current="false"/);
});

Deno.test("an invitation carries no language", async () => {
  await using server = await startApp();
  const html = await (await server.get("/rooms/tea?lang=de")).text();
  assertStringIncludes(html, `value="http://localhost/rooms/tea?as=callee"`);
});

Deno.test("the API responds in English in spite of Accept-Language", async () => {
  await using server = await startApp();
  const answer = await server.get("/offer", { "accept-language": "de" });
  assertFalse(answer.headers.has("content-language"));
  assertEquals((await answer.json()).title, "There is no offer in this room yet");
});

Deno.test("a page takes nothing from its address into its markup", async () => {
  await using server = await startApp();
  const html = await (await server.get(`/problems?lang=de&x=%22%3E%3Cimg%20src=x%3E`)).text();
  assertFalse(html.includes("<img src=x>"));
});

function textsOf(words: unknown): string[] {
  return typeof words === "string" ? [words] : Object.values(words as Record<string, unknown>).flatMap(textsOf);
}

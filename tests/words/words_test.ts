import { assert, assertEquals } from "@std/assert";
import { REFUSALS, TITLES } from "@/lib/protocol/mod.ts";
import { LANGUAGES } from "@/words/languages.ts";
import { WORDS } from "@/words/mod.ts";

const ROOT = new URL("../../words/", import.meta.url);
const areas = Array.from(Deno.readDirSync(new URL("en/", ROOT)), ({ name }) => name).sort();

/** Every text of a dictionary, by where it is. */
function textsOf(words: unknown, path = ""): [path: string, text: string][] {
  if (typeof words === "string") return [[path, words]];
  return Object.entries(words as Record<string, unknown>).flatMap(([key, value]) => textsOf(value, `${path}/${key}`));
}

async function readArea(language: string, area: string): Promise<Map<string, string>> {
  return new Map(textsOf(await import(new URL(`${language}/${area}`, ROOT).href)));
}

Deno.test("every language has the same areas", () => {
  for (const language of LANGUAGES) {
    const own = Array.from(Deno.readDirSync(new URL(`${language}/`, ROOT)), ({ name }) => name).sort();
    assertEquals(own, areas, language);
  }
});

for (const area of areas) {
  Deno.test(`words/*/${area} say the same things in other words`, async () => {
    const [en, de] = await Promise.all([readArea("en", area), readArea("de", area)]);
    assertEquals([...de.keys()].sort(), [...en.keys()].sort());
    for (const [path, text] of en) {
      const translated = de.get(path)!;
      assert(translated.trim() !== "" && text.trim() !== "", path);
      assert(translated !== text || proseOf(text).length <= 12, `${path} is not translated: ${text}`);
      assertEquals(placesOf(translated), placesOf(text), path);
    }
  });
}

Deno.test("a refusal is titled in English as the API titles it, and in every language explained", () => {
  for (const language of LANGUAGES) {
    assertEquals(Object.keys(WORDS[language].problems.refusals), Object.keys(REFUSALS));
  }
  for (const [code, { title }] of Object.entries(WORDS.en.problems.refusals)) {
    assertEquals(title, TITLES[code as keyof typeof TITLES]);
  }
});

/** What of a text is left without what is filled in. */
function proseOf(text: string): string {
  return text.replace(/\{\w+\}/g, "").trim();
}

/** The names of what is filled in, in order of the alphabet. */
function placesOf(text: string): string[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name!).sort();
}

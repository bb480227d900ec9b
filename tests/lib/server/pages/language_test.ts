import { assertEquals } from "@std/assert";
import { chooseLanguage, type LanguageContext } from "@/lib/server/pages/language.ts";

function choose(acceptLanguage: string | null, query = ""): [string, boolean] {
  const url = new URL(`http://localhost/${query}`);
  const headers = new Headers(acceptLanguage === null ? {} : { "accept-language": acceptLanguage });
  const state = {} as LanguageContext["state"];
  chooseLanguage({ req: new Request(url, { headers }), url, state });
  return [state.language, state.languageChosen];
}

const HEADERS: [string | null, string][] = [
  [null, "en"],
  ["", "en"],
  ["de", "de"],
  ["DE", "de"],
  ["de-AT", "de"],
  ["de-CH-1996, en;q=0.9", "de"],
  ["en-GB, de;q=0.9", "en"],
  ["en;q=0.4, de;q=0.5", "de"],
  ["fr, de;q=0.2, en;q=0.1", "de"],
  ["fr, it;q=0.9", "en"],
  ["*", "en"],
  ["fr, *;q=0.1", "en"],
  ["en;q=0, *", "de"],
  ["de;q=0", "en"],
  ["de;q=0, en;q=0", "en"],
  ["de;q=2, en", "de"],
];

for (const [header, language] of HEADERS) {
  Deno.test(`Accept-Language ${header === null ? "left out" : `"${header}"`} gives ${language}`, () => {
    assertEquals(choose(header), [language, false]);
  });
}

const HOSTILE = [
  ";;,,;q=;=",
  "de;q=NaN;q=-1;q=" + "9".repeat(400),
  "\t,\t".repeat(200),
  "x-".repeat(3000),
  Array.from({ length: 3000 }, (_, at) => `a${at};q=0.${at}`).join(","),
  "__proto__, constructor;q=0.9",
  "é<script>",
];

for (const header of HOSTILE) {
  Deno.test(`Accept-Language "${header.slice(0, 24)}", ${header.length} long, does no harm`, () => {
    assertEquals(["en", "de"].includes(choose(header)[0]), true);
  });
}

Deno.test("an address that names a language is of more weight than the browser", () => {
  assertEquals(choose("en", "?lang=de"), ["de", true]);
  assertEquals(choose("de", "?lang=en"), ["en", true]);
  for (const query of ["?lang=", "?lang=fr", "?lang=DE", "?lang=de-AT", "?lang=__proto__"]) {
    assertEquals(choose("de", query), ["de", false], query);
  }
});

import { assertEquals } from "@std/assert";
import { hrefIn, localHref, parseLanguage } from "@/words/languages.ts";

Deno.test("parseLanguage() takes only the languages that there are", () => {
  assertEquals(parseLanguage("de"), "de");
  for (const text of [null, "", "DE", "de-AT", "fr", "constructor"]) assertEquals(parseLanguage(text), undefined);
});

Deno.test("localHref() keeps a language that was chosen, and names no other", () => {
  assertEquals(localHref("/problems", "de", false), "/problems");
  assertEquals(localHref("/problems", "de", true), "/problems?lang=de");
  assertEquals(localHref("/#how", "de", true), "/?lang=de#how");
  assertEquals(localHref("/rooms/tea?as=callee", "en", true), "/rooms/tea?as=callee&lang=en");
});

Deno.test("hrefIn() replaces the language that an address has", () => {
  assertEquals(hrefIn("en", "/rooms/tea?lang=de&transport=poll#x"), "/rooms/tea?lang=en&transport=poll#x");
  assertEquals(hrefIn("en", "/?lang=de&lang=fr"), "/?lang=en");
});

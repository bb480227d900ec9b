import { assert, assertEquals } from "@std/assert";
import { findLinks, MAX_LINKS } from "@/components/links.ts";

const linksIn = (text: string) => findLinks(text).flatMap((piece) => typeof piece === "string" ? [] : [piece.href]);

/** A text, and the links in it. */
const ORDINARY: [string, string[]][] = [
  ["See https://example.com.", ["https://example.com"]],
  ["https://example.com/a, then http://example.org/b!", ["https://example.com/a", "http://example.org/b"]],
  ["(https://example.com/a_(b))", ["https://example.com/a_(b)"]],
  ["[https://example.com/a](https://example.com/b)", ["https://example.com/a"]],
  ["<https://example.com/?a=1&b=2#c>", ["https://example.com/?a=1&b=2#c"]],
  [`"https://example.com?q=1"`, ["https://example.com?q=1"]],
  ["HTTPS://Example.COM/Path", ["HTTPS://Example.COM/Path"]],
  ["one\nhttps://example.com/a\tb", ["https://example.com/a"]],
  ["https://de.wikipedia.org/wiki/Größe", ["https://de.wikipedia.org/wiki/Größe"]],
  ["看https://example.com/a。好", ["https://example.com/a"]],
  ["http://localhost:8000/rooms/tea, http://[::1]:8000/", ["http://localhost:8000/rooms/tea", "http://[::1]:8000/"]],
  ["https://xn--mller-kva.example/", ["https://xn--mller-kva.example/"]],
  ["Write to mailto:tea@example.com.", ["mailto:tea@example.com"]],
];

/** Texts in which a link would lead elsewhere than it looks. */
const HOSTILE = [
  "https://bank.example@evil.example",
  "https://bank.example%2F@evil.example/",
  "https://@evil.example",
  "https://bank.example\\@evil.example",
  "https:\\\\evil.example",
  "https://bаnk.example/",
  "https://müller.example/",
  "https://ban\u212a.example/",
  "https://bank.example\u202e/elpmaxe.live",
  "https://evil.example/\u202egnp.exe",
  "https://bank.example\u200b.evil.example/",
  "https://bank.example/\u2066a\u2069",
  "https://bank.example/\u3164",
  "https://bank.example/\ud800",
  "https://bank.example/\u0000",
  "https://evil.example/a/../b",
  "https://evil.example/%2e%2e/b",
  "http://0x7f.1/",
  "http://2130706433/",
  "http://%65vil.example/",
  "https:///evil.example",
  "https://bank.example:99999/",
  "https://",
  "httpſ://evil.example",
  "xhttps://evil.example",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "file:///etc/passwd",
  "ftp://evil.example/",
  "blob:null/0",
  "//evil.example",
  "www.evil.example",
  "mailto:tea@example.com?attach=/etc/passwd",
  "mailto:tea@exаmple.com",
  "mailto:",
  `https://example.com/${"a".repeat(2_048)}`,
];

for (const [text, links] of ORDINARY) {
  Deno.test(`findLinks() finds ${links.join(" and ")} in ${JSON.stringify(text)}`, () => {
    assertEquals(linksIn(text), links);
  });
}

for (const text of HOSTILE) {
  Deno.test(`findLinks() leaves ${JSON.stringify(text.slice(0, 60))} as it is`, () => {
    assertEquals(linksIn(text), []);
    assertEquals(linksIn(`See (${text})!`), []);
  });
}

Deno.test("the pieces of any text are the text, and each link is where the browser would go", () => {
  for (const text of [...ORDINARY.map(([text]) => text), ...HOSTILE, ""]) {
    const joined = findLinks(text).map((piece) => typeof piece === "string" ? piece : piece.href).join("");
    assertEquals(joined, text);
    for (const href of linksIn(text)) {
      const { protocol, hostname, username } = new URL(href);
      assert(/^(https?|mailto):$/.test(protocol) && username === "" && href.toLowerCase().includes(hostname), href);
    }
  }
});

Deno.test("a text has no more links than a page draws with ease", () => {
  assertEquals(linksIn("https://example.com ".repeat(1_000)).length, MAX_LINKS);
});

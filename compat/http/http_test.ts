import { assertEquals, assertFalse } from "@std/assert";
import { accepts, acceptsLanguages, eTag, ifMatch, ifNoneMatch, STATUS_CODE, STATUS_TEXT } from "@std/http";

Deno.test("eTag() is the length and a digest of the content", async () => {
  assertEquals(await eTag("deno"), `"4-${await digest("deno")}"`);
  assertEquals(await eTag(new TextEncoder().encode("é")), `"2-${await digest("é")}"`);
  assertEquals(await eTag("é", { weak: true }), `W/"2-${await digest("é")}"`);
  assertEquals(await eTag(""), `"0-47DEQpj8HBSa+/TImW+5JCeuQeR"`);
});

Deno.test("ifNoneMatch() is false for a tag that is named, weak or not", () => {
  const tag = `"a"`;
  for (const value of [`"a"`, `W/"a"`, `"b", "a"`, "*", " * "]) {
    assertFalse(ifNoneMatch(value, tag), value);
    assertFalse(ifNoneMatch(value, `W/${tag}`), value);
  }
  for (const value of [null, "", `"b"`, `"b","c"`]) assertEquals(ifNoneMatch(value, tag), true);
  assertEquals(ifNoneMatch(`"a"`, undefined), true);
});

Deno.test("ifMatch() is true for a strong tag that is named", () => {
  const tag = `"a"`;
  for (const value of [`"a"`, `"b" , "a"`, "*"]) assertEquals(ifMatch(value, tag), true);
  for (const value of [null, `"b"`, `W/"a"`]) assertFalse(ifMatch(value, tag));
  assertFalse(ifMatch(`W/"a"`, `W/"a"`));
});

Deno.test("accepts() picks what the client likes best", () => {
  const pick = (accept: string, ...types: string[]) =>
    accepts(new Request("http://a", { headers: { accept } }), ...types);
  assertEquals(pick("text/html, application/json;q=0.9, */*;q=0.8", "application/json", "text/html"), "text/html");
  assertEquals(pick("application/json", "text/html", "application/json"), "application/json");
  assertEquals(pick("text/*;q=0.5, application/json", "text/plain"), "text/plain");
  assertEquals(pick("*/*", "application/json", "text/html"), "application/json");
  assertEquals(pick("image/png", "text/html"), undefined);
  assertEquals(pick("text/html;q=0", "text/html"), undefined);
  const request = new Request("http://a", { headers: { accept: "text/html;q=0.2, text/plain" } });
  assertEquals(accepts(request), ["text/plain", "text/html"]);
  assertEquals(accepts(new Request("http://a"), "text/html", "text/plain"), "text/html");
  assertEquals(accepts(new Request("http://a")), ["*/*"]);
});

Deno.test("acceptsLanguages() picks what the reader likes best", () => {
  const pick = (header: string, ...languages: string[]) =>
    acceptsLanguages(new Request("http://a", { headers: { "accept-language": header } }), ...languages);
  assertEquals(pick("de", "en", "de"), "de");
  assertEquals(pick("de-AT, en;q=0.5", "en", "de"), "de");
  assertEquals(pick("en;q=0.3, de;q=0.4", "en", "de"), "de");
  assertEquals(pick("fr, *;q=0.1", "en", "de"), "en");
  assertEquals(pick("en;q=0, *", "en", "de"), "de");
  assertEquals(pick("fr, it", "en", "de"), undefined);
  assertEquals(pick(";;q=,,%", "en", "de"), undefined);
  const request = new Request("http://a", { headers: { "accept-language": "de;q=0.2, en" } });
  assertEquals(acceptsLanguages(request), ["en", "de"]);
  assertEquals(acceptsLanguages(new Request("http://a"), "en", "de"), "en");
  assertEquals(acceptsLanguages(new Request("http://a")), ["*"]);
});

Deno.test("STATUS_CODE and STATUS_TEXT name the codes", () => {
  assertEquals(STATUS_CODE.NotFound, 404);
  assertEquals(STATUS_TEXT[STATUS_CODE.ContentTooLarge], "Content Too Large");
  assertEquals(STATUS_TEXT[418], "I'm a teapot");
  assertEquals(Object.keys(STATUS_TEXT).length, Object.keys(STATUS_CODE).length);
});

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(hash).toBase64().slice(0, 27);
}

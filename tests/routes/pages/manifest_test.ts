import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { GROUND } from "@/lib/server/pages/theme.ts";
import { startApp } from "@/testing/app.ts";

interface Icon {
  src: string;
  type: string;
  sizes: string;
  purpose: string;
}

Deno.test("GET /manifest.webmanifest says how the page is installed, in the reader's language", async () => {
  await using server = await startApp();
  const answer = await server.get("/manifest.webmanifest", { "accept-language": "de" });
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("content-type"), "application/manifest+json");
  assertEquals(answer.headers.get("content-language"), "de");
  const { lang, name, start_url, display } = await answer.json();
  assertEquals({ lang, name, start_url, display }, {
    lang: "de",
    name: "toucan: zwei Browser, eine direkte Leitung",
    start_url: "/",
    display: "standalone",
  });
  const chosen = await (await server.get("/manifest.webmanifest?lang=en", { "accept-language": "de" })).json();
  assertEquals([chosen.lang, chosen.start_url], ["en", "/?lang=en"]);
});

Deno.test("every icon of the manifest is there, of the size that it says", async () => {
  await using server = await startApp();
  const { icons }: { icons: Icon[] } = await (await server.get("/manifest.webmanifest")).json();
  assertEquals(icons.filter(({ purpose }) => purpose === "maskable").length, 1);
  for (const { src, type, sizes } of icons) {
    const answer = await server.get(src);
    assertEquals([src, answer.status, answer.headers.get("content-type")], [src, 200, type]);
    const bytes = await answer.bytes();
    if (type === "image/png") assertEquals(sizeOf(bytes), sizes, src);
  }
});

Deno.test("a page leads to its manifest, and to an icon for a home screen", async () => {
  await using server = await startApp();
  const answer = await server.get("/?lang=de");
  assertStringIncludes(answer.headers.get("content-security-policy") ?? "", "manifest-src 'self'");
  const html = await answer.text();
  assertStringIncludes(html, `<link rel="manifest" href="/manifest.webmanifest?lang=de"`);
  const icon = /<link rel="apple-touch-icon" href="([^"]+)"/.exec(html)?.[1];
  assert(icon !== undefined);
  assertEquals(sizeOf(await (await server.get(icon)).bytes()), "180x180");
});

Deno.test("what surrounds a page has the colour behind it, in either theme", async () => {
  const tokens = await Deno.readTextFile(new URL("../../../static/tokens.css", import.meta.url));
  assertEquals(Array.from(tokens.matchAll(/--ground: (#\w+)/g), ([, colour]) => colour), [GROUND.light, GROUND.dark]);
});

Deno.test("stylesheets and icons are kept for good by the browser, until the next build", async () => {
  await using server = await startApp();
  const html = await (await server.get("/")).text();
  const files = Array.from(
    html.matchAll(/<(?:link rel="(?:stylesheet|icon|apple-touch-icon)" href|img src)="([^"]+)"/g),
  );
  assert(files.length > 3);
  for (const [, url] of files) {
    const answer = await server.get(url!);
    await answer.body?.cancel();
    assertEquals([url, answer.headers.get("cache-control")], [url, "public, max-age=31536000, immutable"]);
  }
});

/** What a PNG tells in its first chunk (RFC 2083, section 4.1.1). */
function sizeOf(png: Uint8Array): string {
  const view = new DataView(png.buffer, png.byteOffset);
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
}

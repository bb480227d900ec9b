import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { startServer } from "@/testing/server.ts";

const STATIC = new URL("../../static/", import.meta.url);
const ALL = "styles.css";

Deno.test("static/styles.css imports every other stylesheet once", async () => {
  const names = (await Array.fromAsync(Deno.readDir(STATIC))).map(({ name }) => name);
  const others = names.filter((name) => name.endsWith(".css") && name !== ALL);
  assertEquals((await importsOf(ALL)).toSorted(), others.sort());
});

Deno.test("a page has one stylesheet, with the rules of all", async () => {
  await using server = await startServer();
  const html = await (await fetch(server.url)).text();
  const [link, ...more] = html.match(/(?<=<link rel="stylesheet" href=")[^"]+/g) ?? [];
  assertEquals(more, []);
  const css = await (await fetch(server.url + link)).text();
  assert(!css.includes("@import"));
  for (const name of await importsOf(ALL)) {
    const [custom] = (await Deno.readTextFile(new URL(name, STATIC))).match(
      /\.[a-z][\w-]+(?= )|--[\w-]+(?=:)|^\w+(?= \{)/m,
    )!;
    assertStringIncludes(css, custom, name);
  }
});

async function importsOf(name: string): Promise<string[]> {
  const text = await Deno.readTextFile(new URL(name, STATIC));
  return Array.from(text.matchAll(/^@import "(.+)";$/gm), ([, imported]) => imported!);
}

import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { Builder } from "fresh/dev";
import { ROOT } from "./testdata/built.ts";

Deno.test("Builder.build() writes a server that runs on its own", async () => {
  await Deno.mkdir(`${ROOT}/_fresh`, { recursive: true });
  const outDir = await Deno.makeTempDir({ dir: `${ROOT}/_fresh` });
  const builder = new Builder({ root: ROOT, outDir });
  const options = { pluginName: "test", filter: /style\.css$/ };
  builder.onTransformStaticFile(options, ({ text, mode }) => ({ content: `/* ${mode} */ ${text}` }));
  builder.onTransformStaticFile(options, () => {});
  await builder.build();
  await using server = await serve(`${outDir}/server.js`);

  const page = await fetch(server.url);
  assertEquals(page.status, 200);
  const html = await page.text();
  assertStringIncludes(html, ">Count: 3</button>");
  const script = /\/_fresh\/js\/\w+\/Greeting\.js/.exec(html)?.[0] ?? "";

  for (const path of ["/style.css", script]) {
    const file = await fetch(new URL(path, server.url));
    assertEquals(file.status, 200, path);
    const etag = file.headers.get("etag") ?? "";
    assertMatch(etag, /^W\/"[^"]+"$/);
    await file.body?.cancel();
    const again = await fetch(new URL(path, server.url), { headers: { "if-none-match": etag } });
    assertEquals(again.status, 304, path);
    await again.body?.cancel();
  }

  const style = await fetch(new URL("/style.css", server.url));
  assertMatch(await style.text(), /^\/\* production \*\/ [^]*teal/);

  for (const [path, status] of [["/.well-known/known.json", 200], ["/.hidden.json", 404]] as const) {
    const file = await fetch(new URL(path, server.url));
    await file.body?.cancel();
    assertEquals(file.status, status, path);
  }

  const api = await fetch(new URL("/rooms/tea/offer", server.url));
  assertEquals(await api.text(), "tea /rooms/:room/offer root,api");
  await Deno.remove(outDir, { recursive: true });
});

/** Runs a server as `deno serve` on a free port, until it is disposed of. */
async function serve(path: string) {
  const config = new URL("../../deno.server.json", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["serve", "--config", config, "-A", "--host", "127.0.0.1", "--port", "0", path],
    env: { NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const [heard, rest] = child.stderr.tee();
  return {
    url: await findUrl(heard),
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await rest.cancel();
      await child.status;
    },
  };
}

async function findUrl(output: ReadableStream<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of output.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)) {
    text += chunk;
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0];
    if (url) return url;
  }
  throw new Error(`Cannot find where the server listens: ${text}`);
}

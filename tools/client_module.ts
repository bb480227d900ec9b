import * as esbuild from "esbuild";
import { fileURLToPath } from "node:url";

/** Where the client is served from, for pages of any origin: a file as any other of `static/`, made by the build. */
const FILE = new URL("../static/client.js", import.meta.url);

/**
 * Writes `lib/client` as one minified ES module to `static/client.js`.
 *
 * @throws {Error} where it can't be bundled
 */
export async function writeClientModule(): Promise<void> {
  const { outputFiles: [file] } = await esbuild.build({
    entryPoints: [fileURLToPath(new URL("../lib/client/mod.ts", import.meta.url))],
    platform: "browser",
    format: "esm",
    bundle: true,
    minify: true,
    write: false,
    logLevel: "silent",
    tsconfigRaw: "{}",
  });
  // It is a process of its own, which would live on.
  await esbuild.stop();
  // The same text is not written again: whoever watches the folder would start once more.
  if (file!.text !== await Deno.readTextFile(FILE).catch(() => "")) await Deno.writeTextFile(FILE, file!.text);
}

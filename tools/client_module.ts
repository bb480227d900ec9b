import * as esbuild from "esbuild";
import { fileURLToPath } from "node:url";

/** The client that pages of any origin load: a static file, written by the build. */
const FILE = new URL("../static/client.js", import.meta.url);

/**
 * Writes `lib/client` as one minified ES module to `static/client.js`.
 *
 * @throws {Error} if it can't be bundled
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
  // esbuild is a separate process, which would keep running.
  await esbuild.stop();
  // Skips an unchanged file: writing it would restart a task that watches the folder.
  if (file!.text !== await Deno.readTextFile(FILE).catch(() => "")) await Deno.writeTextFile(FILE, file!.text);
}

import { fileURLToPath } from "node:url";

/** Where the client is served from, for pages of any origin: a file as any other of `static/`, made by the build. */
const FILE = new URL("../static/client.js", import.meta.url);

/**
 * Writes `lib/client` as one minified ES module to `static/client.js`.
 *
 * @throws {Error} where it can't be bundled
 */
export async function writeClientModule(): Promise<void> {
  const { success, errors, outputFiles } = await Deno.bundle({
    entrypoints: [fileURLToPath(new URL("../lib/client/mod.ts", import.meta.url))],
    platform: "browser",
    minify: true,
    write: false,
  });
  const text = outputFiles?.[0]?.text();
  if (!success || text === undefined) {
    throw new Error(`Cannot bundle lib/client: ${errors.map((error) => error.text).join(", ")}`);
  }
  // The same text is not written again: whoever watches the folder would start once more.
  if (text !== await Deno.readTextFile(FILE).catch(() => "")) await Deno.writeTextFile(FILE, text);
}

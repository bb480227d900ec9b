import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { filesIn } from "../lib/server/pages/compressed_files.ts";
import { type Coding, CODINGS } from "../lib/server/pages/content_coding.ts";

/** What becomes smaller. */
const COMPRESSIBLE = /\.(css|js|svg)$/;

const ROOT = new URL("../", import.meta.url);
const BUILT = new URL("_fresh/static/", ROOT);
const COMPRESSED = new URL("_fresh/compressed/", ROOT);

/** Where the build takes files from; those of the second replace those of the first. */
const SOURCES = [new URL("static/", ROOT), BUILT];

/** Removes what earlier builds wrote: Fresh leaves their scripts where they are. */
export async function removeEarlierFiles(): Promise<void> {
  for (const folder of [BUILT, COMPRESSED]) {
    await Deno.remove(folder, { recursive: true }).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
}

/** Writes the compressible files of a build to `_fresh/compressed/`, a folder for each content coding. */
export async function writeCompressedFiles(): Promise<void> {
  for (const source of SOURCES) {
    for await (const path of filesIn(source)) {
      if (!COMPRESSIBLE.test(path)) continue;
      const file = await Deno.readFile(new URL(path, source));
      await Promise.all(CODINGS.map((coding) => writeCompressed(file, coding, path)));
    }
  }
}

async function writeCompressed(file: Uint8Array, coding: Coding, path: string): Promise<void> {
  const compressed = await COMPRESS[coding](file);
  const target = new URL(`${coding}/${path}`, COMPRESSED);
  await Deno.mkdir(new URL(".", target), { recursive: true });
  await Deno.writeFile(target, compressed);
}

/** Each at its best level, which is brotli's default. */
const COMPRESS: Record<Coding, (file: Uint8Array) => Promise<Uint8Array>> = {
  br: promisify<Uint8Array, Uint8Array>(brotliCompress),
  gzip: (file) => promisify(gzip)(file, { level: constants.Z_BEST_COMPRESSION }),
};

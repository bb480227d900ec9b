import { type Coding, CODINGS } from "./content_coding.ts";

/** What the build compressed, by the file's URL path. */
export type CompressedFiles = ReadonlyMap<string, ReadonlyMap<Coding, Uint8Array<ArrayBuffer>>>;

/** Reads what the build wrote, a folder for each content coding. There is nothing before the first build. */
export async function loadCompressedFiles(folder: URL): Promise<CompressedFiles> {
  const files = new Map<string, Map<Coding, Uint8Array<ArrayBuffer>>>();
  for (const coding of CODINGS) {
    const root = new URL(`${coding}/`, folder);
    for await (const path of filesIn(root)) {
      const variants = files.get(`/${path}`) ?? new Map();
      files.set(`/${path}`, variants.set(coding, await Deno.readFile(new URL(path, root))));
    }
  }
  return files;
}

/** The paths of all files below a folder, as in a URL; none if there is no such folder. */
export async function* filesIn(root: URL, folder = ""): AsyncGenerator<string> {
  try {
    for await (const { name, isDirectory } of Deno.readDir(new URL(folder, root))) {
      const path = folder + encodeURIComponent(name);
      if (isDirectory) yield* filesIn(root, `${path}/`);
      else yield path;
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

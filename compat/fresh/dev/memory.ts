import { resolve, sep } from "node:path";
import type { Build, StaticFile } from "../build.ts";
import { scriptsPath } from "../build_id.ts";
import { contentTypeOf } from "../content_type.ts";
import { kindOf } from "../files.ts";
import { openFile, registerIslands } from "../internal.ts";
import { type Bundle, RUNTIME, toFileUrl } from "./bundle.ts";
import type { Paths } from "./builder.ts";
import type { FoundRoute } from "./crawl.ts";
import type { Transform } from "./transform.ts";

/** A build that was never written: for tests and development. */
export async function loadBuild(
  paths: Paths,
  { files, chunks }: Bundle,
  found: FoundRoute[],
  mode: "development" | "production",
  transform: Transform,
): Promise<Build> {
  const scripts = new Map<string, StaticFile>();
  for (const { name, hash, contents } of files) {
    scripts.set(scriptsPath() + name, {
      hash,
      contentType: contentTypeOf(name),
      size: contents.byteLength,
      open: () => Promise.resolve(contents as Uint8Array<ArrayBuffer>),
    });
  }

  const islands: Build["islands"] = new Map();
  for (const [path, chunk] of chunks) {
    const mod = await import(toFileUrl(path));
    registerIslands(islands, mod, scriptsPath() + chunk);
  }

  const routes = await Promise.all(found.map(async ({ id, filePath }) => {
    const load = () => import(toFileUrl(filePath));
    const mod = kindOf(id) === "route" ? undefined : await load();
    return { id, filePath, load, mod };
  }));

  return {
    root: paths.root,
    islands,
    runtime: `${scriptsPath()}${RUNTIME}.js`,
    reloads: mode === "development",
    routes,
    find: async (pathname) => scripts.get(pathname) ?? await findOnDisk(paths.staticDir, pathname, transform),
  };
}

async function findOnDisk(
  folder: string,
  pathname: string,
  transform: Transform,
): Promise<StaticFile | null> {
  const path = resolve(folder, `.${decodeURIComponent(pathname)}`);
  if (!path.startsWith(folder + sep)) return null;
  try {
    const { isFile } = await Deno.stat(path);
    if (!isFile) return null;
    const content = await transform(path);
    if (content === null) return await openFile(path, null);
    const contentType = contentTypeOf(path);
    return { hash: null, contentType, size: content.byteLength, open: () => Promise.resolve(content) };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

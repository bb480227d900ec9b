import { extname, relative } from "node:path";
import { compareIds } from "../files.ts";
import type { Paths } from "./builder.ts";

/** A file of `routes/` before it is loaded. */
export interface FoundRoute {
  id: string;
  filePath: string;
}

const TEST_FILE = /[._]test\.(?:[tj]sx?|[mc][tj]s)$/;

export async function crawl(
  { islandDir, routeDir }: Paths,
): Promise<{ islands: string[]; routes: FoundRoute[] }> {
  const routes = (await modulesIn(routeDir))
    .map((filePath) => ({ id: toId(routeDir, filePath), filePath }))
    .sort((a, b) => compareIds(a.id, b.id));
  return { islands: await modulesIn(islandDir), routes };
}

/** Every file below a folder, in a stable order; none where there is no such folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const files: string[] = [];
  try {
    for await (const entry of Deno.readDir(folder)) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory) files.push(...await filesIn(path));
      if (entry.isFile) files.push(path);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return files.sort();
}

async function modulesIn(folder: string): Promise<string[]> {
  const files = await filesIn(folder);
  return files.filter((path) => /\.[jt]sx?$/.test(path) && !TEST_FILE.test(path));
}

function toId(routeDir: string, filePath: string): string {
  const path = relative(routeDir, filePath);
  // As requests will have it: with what needs encoding encoded.
  const { pathname } = new URL(path, "http://localhost/");
  return pathname.slice(0, -extname(pathname).length);
}

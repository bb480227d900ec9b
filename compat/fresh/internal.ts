/** What `_fresh/server.js` needs; nothing else should import it. */
import type { ComponentType } from "preact";
import { fileURLToPath } from "node:url";
import type { App } from "./app.ts";
import { type Build, type Island, setBuild, type StaticFile } from "./build.ts";
import { scriptsPath, setBuildId } from "./build_id.ts";
import { contentTypeOf } from "./content_type.ts";
import type { RouteFile } from "./files.ts";

/** What `_fresh/snapshot.js` exports. */
export interface Snapshot {
  buildId: string;
  runtime: string;
  islands: [mod: Record<string, unknown>, chunk: string][];
  routes: RouteFile[];
  /** URL path to path below the project's root, and hash. */
  files: [pathname: string, path: string, hash: string][];
}

/** Gives an app a build that was written to disk. */
export function restoreBuild<State>(
  app: App<State>,
  root: string,
  snapshot: Snapshot,
): void {
  setBuildId(snapshot.buildId);
  const islands: Build["islands"] = new Map();
  for (const [mod, chunk] of snapshot.islands) {
    registerIslands(islands, mod, scriptsPath() + chunk);
  }
  const files = new Map(
    snapshot.files.map(([pathname, ...file]) => [pathname, file]),
  );
  app.config.root = fileURLToPath(root);
  setBuild(app, {
    root: app.config.root,
    islands,
    runtime: scriptsPath() + snapshot.runtime,
    reloads: false,
    routes: snapshot.routes,
    find: async (pathname) => {
      const file = files.get(pathname);
      if (file === undefined) return null;
      const [path, hash] = file;
      return await openFile(fileURLToPath(new URL(path, root)), hash);
    },
  });
}

/** Every function that a file in `islands/` exports is an island. */
export function registerIslands(
  islands: Map<ComponentType, Island>,
  mod: Record<string, unknown>,
  chunk: string,
): void {
  for (const [exportName, value] of Object.entries(mod)) {
    if (typeof value !== "function") continue;
    islands.set(value as ComponentType, { exportName, chunk });
  }
}

export async function openFile(
  path: string,
  hash: string | null,
): Promise<StaticFile> {
  const { size } = await Deno.stat(path);
  return {
    hash,
    contentType: contentTypeOf(path),
    size,
    open: async () => (await Deno.open(path)).readable,
  };
}

import type { Plugin } from "npm:esbuild@0.25.7";
import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Finds what a project imports by name where Deno keeps it, so that there is one copy of each package. */
export function resolvePackages(): Plugin {
  return {
    name: "resolve-packages",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async ({ path, importer, kind, pluginData }) => {
        if (pluginData === "found" || kind === "entry-point") return;
        const folder = await findPackage(path, pathToFileURL(importer).href);
        if (folder === undefined) return { path: fileURLToPath(import.meta.resolve(path)) };
        // From within a package esbuild resolves its own name by its `exports`; one without any is a plain folder.
        const found = await build.resolve(path, { kind, resolveDir: folder, pluginData: "found" });
        if (found.errors.length === 0) return found;
        const [, inner = ""] = /^(?:npm:)?(?:@[^/]+\/)?[^/]+(\/.*)?$/.exec(path) ?? [];
        return await build.resolve(`.${inner || "/"}`, { kind, resolveDir: folder, pluginData: "found" });
      });
    },
  };
}

/** The folder of a package, fetched if need be; undefined where the name stands for something else. */
async function findPackage(specifier: string, importer: string): Promise<string | undefined> {
  if (!specifier.startsWith("npm:")) {
    const folder = packageFolder(specifier, importer);
    if (folder !== undefined) return folder;
  }
  if (!import.meta.resolve(specifier).startsWith("npm:")) return undefined;
  // Deno fetches a package when it is first imported.
  await import(specifier);
  return packageFolder(specifier, importer);
}

function packageFolder(specifier: string, importer: string): string | undefined {
  try {
    const path = findPackageJSON(specifier, importer);
    // A name of the import map finds the `package.json` of a folder around the project, which is another package's.
    const { name } = JSON.parse(readFileSync(path!, "utf8"));
    return specifier === name || specifier.startsWith(`${name}/`) ? dirname(path!) : undefined;
  } catch {
    return undefined;
  }
}

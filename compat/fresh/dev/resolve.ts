import type { Plugin } from "esbuild";
import { findPackageJSON } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Finds what a project imports by name where Deno keeps it, so that there is one copy of each package. */
export function resolvePackages(): Plugin {
  return {
    name: "resolve-packages",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async (args) => {
        if (args.pluginData === "found" || args.kind === "entry-point") return;
        const folder = await findPackage(args.path, args.importer);
        if (folder === undefined) {
          return { path: fileURLToPath(import.meta.resolve(args.path)) };
        }
        // From within a package esbuild resolves its own name by its `exports`.
        return await build.resolve(args.path, {
          kind: args.kind,
          resolveDir: folder,
          pluginData: "found",
        });
      });
    },
  };
}

async function findPackage(
  specifier: string,
  importer: string,
): Promise<string | undefined> {
  const base = pathToFileURL(importer).href;
  const known = packageFolder(specifier, base);
  if (known !== undefined) return known;
  if (!import.meta.resolve(specifier).startsWith("npm:")) return undefined;
  // Deno fetches a package when it is first imported.
  await import(specifier);
  return packageFolder(specifier, base);
}

function packageFolder(specifier: string, base: string): string | undefined {
  try {
    const path = findPackageJSON(specifier, base);
    return path && dirname(path);
  } catch {
    return undefined;
  }
}

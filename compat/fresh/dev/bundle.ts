import * as esbuild from "npm:esbuild@0.25.7";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resolvePackages } from "./resolve.ts";

export interface BundledFile {
  name: string;
  hash: string;
  contents: Uint8Array;
}

export interface Bundle {
  files: BundledFile[];
  /** An island's file to the name of the module the browser gets. */
  chunks: Map<string, string>;
}

export const RUNTIME = "fresh-runtime";

/** Makes the scripts of the islands and of what hydrates them; they share what they have in common. */
export async function bundle(
  options: { root: string; islands: string[]; target: string[]; dev: boolean },
): Promise<Bundle> {
  const { root, islands, target, dev } = options;
  const runtime = new URL(
    dev ? "../client/boot_dev.ts" : "../client/boot.ts",
    import.meta.url,
  );
  const names = new Map(islands.map((path) => [path, chunkName(path, islands)]));
  const result = await runEsbuild({
    entryPoints: {
      [RUNTIME]: fileURLToPath(runtime),
      ...Object.fromEntries([...names].map(([path, name]) => [name, path])),
    },
    absWorkingDir: root,
    outdir: root,
    platform: "browser",
    format: "esm",
    target,
    bundle: true,
    splitting: true,
    minify: !dev,
    sourcemap: dev ? "inline" : false,
    jsx: "automatic",
    jsxImportSource: "preact",
    tsconfigRaw: "{}",
    define: {
      "process.env.NODE_ENV": dev ? '"development"' : '"production"',
    },
    logLevel: "silent",
    plugins: [resolvePackages()],
  });
  return {
    files: result.outputFiles.map(({ path, hash, contents }) => ({
      name: basename(path),
      hash,
      contents,
    })),
    chunks: new Map([...names].map(([path, name]) => [path, `${name}.js`])),
  };
}

let running = 0;

/** esbuild is a process of its own, which would live on after the last build. */
async function runEsbuild(options: esbuild.BuildOptions) {
  running++;
  try {
    return await esbuild.build<esbuild.BuildOptions & { write: false }>({ ...options, write: false });
  } finally {
    running--;
    if (running === 0) await esbuild.stop();
  }
}

function chunkName(path: string, islands: string[]): string {
  const stem = nameOf(path);
  const earlier = islands.slice(0, islands.indexOf(path));
  const same = earlier.filter((other) => nameOf(other) === stem).length;
  return same === 0 ? stem : `${stem}_${same}`;
}

function nameOf(path: string): string {
  return basename(path).replace(/\.[^.]+$/, "").replaceAll(/[^\w$]+/g, "_");
}

export function toFileUrl(path: string): string {
  return pathToFileURL(path).href;
}

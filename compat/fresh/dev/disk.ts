import { createHash } from "node:crypto";
import { dirname, join, relative } from "node:path";
import { getBuildId, scriptsPath } from "../build_id.ts";
import { kindOf } from "../files.ts";
import { type Bundle, RUNTIME } from "./bundle.ts";
import type { Paths } from "./builder.ts";
import { filesIn, type FoundRoute } from "./crawl.ts";
import type { Transform } from "./transform.ts";

/** Writes what `deno serve _fresh/server.js` needs: the scripts, and modules that say where all the rest is. */
export async function writeBuild(
  paths: Paths,
  { files, chunks }: Bundle,
  routes: FoundRoute[],
  transform: Transform,
): Promise<void> {
  const { root, outDir, serverEntry } = paths;
  const assets = join(outDir, "static");
  await Deno.remove(assets, { recursive: true }).catch(ignoreMissing);
  const scripts = join(assets, scriptsPath());
  await Deno.mkdir(scripts, { recursive: true });
  for (const { name, contents } of files) {
    await Deno.writeFile(join(scripts, name), contents);
  }

  for (const path of await filesIn(paths.staticDir)) {
    const content = await transform(path);
    if (content === null) continue;
    const target = join(assets, relative(paths.staticDir, path));
    await Deno.mkdir(dirname(target), { recursive: true });
    await Deno.writeFile(target, content);
  }

  const served = new Map<string, [path: string, hash: string]>();
  for (const folder of [paths.staticDir, assets]) {
    for (const path of await filesIn(folder)) {
      const pathname = urlPath(relative(folder, path));
      if (HIDDEN.test(pathname)) continue;
      const hash = createHash("sha256").update(await Deno.readFile(path));
      served.set(pathname, [relativeUrl(root, path), hash.digest("hex")]);
    }
  }

  const specifier = (path: string) => JSON.stringify(relativeUrl(outDir, path));
  const eager = routes.filter(({ id }) => kindOf(id) !== "route");
  const islands = [...chunks];
  const snapshot = [
    ...islands.map(([path], i) => `import * as island${i} from ${specifier(path)};`),
    ...eager.map(({ filePath }, i) => `import * as file${i} from ${specifier(filePath)};`),
    `export const buildId = ${JSON.stringify(getBuildId())};`,
    `export const runtime = ${JSON.stringify(`${RUNTIME}.js`)};`,
    `export const islands = [`,
    ...islands.map(([, chunk], i) => `  [island${i}, ${JSON.stringify(chunk)}],`),
    `];`,
    `export const routes = [`,
    ...routes.map((route) => {
      const index = eager.indexOf(route);
      const id = JSON.stringify(route.id);
      const path = specifier(route.filePath);
      return `  { id: ${id}, filePath: ${path}, load: () => import(${path})` +
        `${index < 0 ? "" : `, mod: file${index}`} },`;
    }),
    `];`,
    `export const files = [`,
    ...[...served].map((entry) => `  ${JSON.stringify(entry.flat())},`),
    `];`,
  ];
  await write(join(outDir, "snapshot.js"), snapshot);

  await write(join(outDir, "server.js"), [
    `import { restoreBuild } from "fresh/internal";`,
    `import { app } from ${specifier(serverEntry)};`,
    `import * as snapshot from "./snapshot.js";`,
    ``,
    `const root = new URL(${JSON.stringify(relativeUrl(outDir, root) + "/")}, import.meta.url).href;`,
    `restoreBuild(app, root, snapshot);`,
    `const handler = app.handler();`,
    ``,
    `export default { fetch: (request, info) => handler(request, info) };`,
  ]);
}

const HIDDEN = /\/\.(?!well-known\/)/;

async function write(path: string, lines: string[]): Promise<void> {
  const notice = "// Written by the build: changes will be lost.";
  await Deno.writeTextFile(path, [notice, ...lines, ""].join("\n"));
}

/** Names a file as seen from a folder; encodes only what would otherwise mean something in a URL. */
function relativeUrl(folder: string, path: string): string {
  const steps = relative(folder, path).replaceAll("\\", "/")
    .replaceAll(/[%?#]/g, encodeURIComponent);
  return steps.startsWith("..") ? steps : `./${steps}`;
}

function urlPath(path: string): string {
  return "/" + path.split(/[\\/]/).map(encodeURIComponent).join("/");
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

/**
 * Writes the configurations that the tasks run with, `deno.<part>.json`: `deno.json` with a lock file for each part and,
 * if JSR can't be reached, the stand-ins in `compat/` instead of its packages. `TOUCAN_PACKAGES=jsr` or
 * `TOUCAN_PACKAGES=compat` chooses; otherwise it tries JSR.
 */
import { fileURLToPath } from "node:url";

/** Each part's lock file. Separate, since Deno installs everything that a lock file names. */
const LOCKS = {
  server: "deno.lock",
  peer: "peer/deno.lock",
  tests: "tests/deno.lock",
};

export type Part = keyof typeof LOCKS;

const VARIABLE = "TOUCAN_PACKAGES";
const CONFIG = "deno.json";
const COMPAT_FOLDER = "compat";
const FRAMEWORK = "fresh";

if (import.meta.main) {
  if (Deno.args.length > 0) fail("Cannot choose packages: it takes no arguments, `deno task` runs the rest");
  Deno.chdir(new URL("..", import.meta.url));
  const packages = readChoice() ?? await choose();
  for (const part of Object.keys(LOCKS) as Part[]) await writeConfig(part, packages);
}

/** The arguments of a Deno command that runs with a part's packages, as `tools/packages.ts` last chose them. */
export function withPackages(part: Part, subcommand: string, ...args: string[]): string[] {
  const config = fileURLToPath(new URL(`../${configOf(part)}`, import.meta.url));
  return [subcommand, "--config", config, ...args];
}

type Packages = "jsr" | "compat";

interface DenoConfig {
  imports: Record<string, string>;
  scopes: Record<string, Record<string, string>>;
}

interface Lock {
  specifiers: Record<string, string>;
}

function readChoice(): Packages | undefined {
  const value = Deno.env.get(VARIABLE);
  if (!value) return undefined;
  if (value === "jsr" || value === "compat") return value;
  fail(`Cannot choose packages: ${VARIABLE} must be "jsr" or "compat", not "${value}"`);
}

/** Fetches the framework with Deno. Exits with Deno's message on any failure other than the network's. */
async function choose(): Promise<Packages> {
  const { imports } = await readJson<DenoConfig>(CONFIG);
  const { code, success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", "--quiet", `--lock=${await ownLock("server")}`, imports[FRAMEWORK]!, `${imports[FRAMEWORK]}/dev`],
    env: { NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  }).output();
  if (success) return "jsr";
  const reason = new TextDecoder().decode(stderr).trim();
  // Deno's message if the address can't be reached, or if something in between refuses.
  if (!/\bImport '\S+' failed/.test(reason)) {
    say(reason);
    Deno.exit(code);
  }
  say(
    `JSR can't be reached, so this runs on the stand-ins in ${COMPAT_FOLDER}/ ` +
      `(${VARIABLE}=jsr or ${VARIABLE}=compat chooses)`,
  );
  return "compat";
}

async function writeConfig(part: Part, packages: Packages): Promise<void> {
  const config = await readJson<DenoConfig>(CONFIG);
  const choice = packages === "jsr"
    ? { lock: await ownLock(part) }
    : { lock: `./${LOCKS[part]}`, links: await readStandIns() };
  // Deno writes everything a configuration names to the lock file.
  const scopes = Object.entries(config.scopes).filter(([folder]) => part === "tests" || folder === `./${part}/`);
  await writeJson(configOf(part), { ...config, scopes: Object.fromEntries(scopes), ...choice });
}

/**
 * Returns a part's lock file for JSR's packages, which the checked-in ones lack: those are written where JSR can't be
 * reached. It starts as a copy without the stand-ins' packages, and Deno adds JSR's.
 */
async function ownLock(part: Part): Promise<string> {
  const path = `deno.${part}.lock`;
  const [common, own] = await Promise.all([LOCKS[part], path].map((it) => Deno.stat(it).catch(() => undefined)));
  if (own !== undefined && own.mtime! >= common!.mtime!) return path;
  const { imports, scopes } = await readJson<DenoConfig>(CONFIG);
  const declared = new Set([imports, ...Object.values(scopes)].flatMap(Object.values));
  const lock = await readJson<Lock>(LOCKS[part]);
  const specifiers = Object.entries(lock.specifiers).filter(([specifier]) => declared.has(specifier));
  await writeJson(path, { ...lock, specifiers: Object.fromEntries(specifiers) });
  return path;
}

async function readStandIns(): Promise<string[]> {
  const folders = await Array.fromAsync(Deno.readDir(COMPAT_FOLDER));
  return folders.filter(({ isDirectory }) => isDirectory).map(({ name }) => `./${COMPAT_FOLDER}/${name}`).sort();
}

function configOf(part: Part): string {
  return `deno.${part}.json`;
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await Deno.readTextFile(path));
}

async function writeJson(path: string, value: unknown): Promise<void> {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  const old = await Deno.readTextFile(path).catch(() => "");
  if (text === old) return;
  // Several commands can run at once, and none may read half a file.
  const draft = `${path}.${Deno.pid}`;
  await Deno.writeTextFile(draft, text);
  await Deno.rename(draft, path);
}

function fail(message: string): never {
  say(message);
  Deno.exit(2);
}

function say(message: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${message}\n`));
}

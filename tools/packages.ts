/**
 * Runs a Deno command with the packages it needs: those of JSR, or, where JSR can't be reached, the
 * stand-ins in `compat/`. `TOUCAN_PACKAGES=jsr` or `TOUCAN_PACKAGES=compat` chooses; otherwise a try does.
 *
 *     deno run -A tools/packages.ts test -A --parallel
 */
const VARIABLE = "TOUCAN_PACKAGES";
const CONFIG = "deno.json";
const COMPAT_CONFIG = "deno.compat.json";
const COMPAT_FOLDER = "compat";

if (import.meta.main) {
  const [subcommand, ...args] = Deno.args;
  if (subcommand === undefined) {
    fail("Cannot run Deno: name a subcommand, such as `test -A`");
  }
  Deno.chdir(new URL("..", import.meta.url));
  const packages = readChoice() ?? await choose();
  Deno.exit(await runDeno(await addConfig(packages, subcommand, args), packages));
}

/** What to pass to Deno, from the project's folder, to run a command with the packages that this process was given. */
export async function withPackages(subcommand: string, ...args: string[]): Promise<string[]> {
  return await addConfig(readChoice() ?? "jsr", subcommand, args);
}

type Packages = "jsr" | "compat";

interface DenoConfig {
  imports: Record<string, string>;
}

interface StandIn {
  name: string;
  exports: string | Record<string, string>;
  folder: string;
}

async function addConfig(packages: Packages, subcommand: string, args: string[]): Promise<string[]> {
  if (packages === "jsr") return [subcommand, ...args];
  await writeCompatConfig();
  return [subcommand, "--config", COMPAT_CONFIG, ...args];
}

function readChoice(): Packages | undefined {
  const value = Deno.env.get(VARIABLE);
  if (!value) return undefined;
  if (value === "jsr" || value === "compat") return value;
  fail(
    `Cannot choose packages: ${VARIABLE} is "jsr" or "compat", not "${value}"`,
  );
}

async function choose(): Promise<Packages> {
  if (await canUseJsr()) return "jsr";
  say(
    `JSR can't be reached, so this runs on the stand-ins in ${COMPAT_FOLDER}/ ` +
      `(${VARIABLE}=jsr or ${VARIABLE}=compat chooses)`,
  );
  return "compat";
}

/** Asks Deno for everything there is a stand-in for; it answers at once where it has it, or where nobody else does. */
async function canUseJsr(): Promise<boolean> {
  const { imports } = await readJson<DenoConfig>(CONFIG);
  const declared = Object.values(imports);
  const wanted = (await readStandIns()).flatMap(({ name, exports }) => {
    const base = declared.find((it) => it.startsWith(`jsr:${name}@`));
    const paths = typeof exports === "string" ? ["."] : Object.keys(exports);
    return base === undefined ? [] : paths.map((path) => base + path.slice(1));
  });
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", "--quiet", ...wanted],
    stdout: "null",
    stderr: "null",
  }).output();
  return success;
}

async function readStandIns(): Promise<StandIn[]> {
  const standIns: StandIn[] = [];
  for await (const { name, isDirectory } of Deno.readDir(COMPAT_FOLDER)) {
    if (!isDirectory) continue;
    const folder = `./${COMPAT_FOLDER}/${name}`;
    const config = await readJson<Omit<StandIn, "folder">>(
      `${folder}/${CONFIG}`,
    );
    standIns.push({ ...config, folder });
  }
  return standIns.sort((a, b) => a.folder < b.folder ? -1 : 1);
}

/**
 * The project's configuration, and Deno's `links` to put the stand-ins in place. What they need is in a lock
 * file of their own: Deno would drop it from `deno.lock`, and add it again, with every change of packages.
 */
async function writeCompatConfig(): Promise<void> {
  const config = {
    ...await readJson<DenoConfig>(CONFIG),
    links: (await readStandIns()).map(({ folder }) => folder),
    lock: `./${COMPAT_FOLDER}/deno.lock`,
  };
  const text = `${JSON.stringify(config, null, 2)}\n`;
  const old = await Deno.readTextFile(COMPAT_CONFIG).catch(() => "");
  if (text === old) return;
  // Several commands can run at once: none may see half a file.
  const draft = `${COMPAT_CONFIG}.${Deno.pid}`;
  await Deno.writeTextFile(draft, text);
  await Deno.rename(draft, COMPAT_CONFIG);
}

/** Passes signals on and returns the exit code; what it starts in turn makes no choice of its own. */
async function runDeno(args: string[], packages: Packages): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), {
    args,
    env: { [VARIABLE]: packages },
    stdin: "inherit",
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();
  // A terminal sends its interrupts to the child as well.
  const passInterrupts = !Deno.stdin.isTerminal();
  Deno.addSignalListener("SIGINT", () => passInterrupts && kill("SIGINT"));
  if (Deno.build.os !== "windows") {
    Deno.addSignalListener("SIGTERM", () => kill("SIGTERM"));
    Deno.addSignalListener("SIGHUP", () => kill("SIGHUP"));
  }
  return (await child.status).code;

  function kill(signal: Deno.Signal) {
    try {
      child.kill(signal);
    } catch {
      // It is gone already.
    }
  }
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await Deno.readTextFile(path));
}

function say(message: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${message}\n`));
}

function fail(message: string): never {
  say(message);
  Deno.exit(2);
}

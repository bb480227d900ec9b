import { withPackages } from "@/tools/packages.ts";
import { readLines } from "./lines.ts";

const ROOT = new URL("..", import.meta.url);

/** A server as users run it: the production build in a process of its own. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  /** Its process. */
  readonly pid: number;
  /** What it printed, line by line. */
  readonly lines: readonly string[];
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number>;
}

/** What to run, where it isn't toucan's own `serve.ts` on any core. */
export interface ServerOptions {
  script?: string;
  /** A bundle for Node, instead. */
  node?: string;
  /** The one core it may use, on Linux. */
  cpu?: number;
  /** How many file descriptors it may have, on Linux. */
  descriptors?: number;
}

/** Builds the page, starts a server on a free port with a database in memory, and waits until it listens. */
export async function startServer(
  env: Record<string, string> = {},
  { script = "serve.ts", node, cpu, descriptors }: ServerOptions = {},
): Promise<ServerProcess> {
  await buildOnce();
  const settings = { PORT: "0", KV_PATH: ":memory:", ICE_SERVERS: "[]", ...env };
  const command = node === undefined ? denoCommand("run", "-A", script) : ["node", node];
  const limits = [
    ...(cpu === undefined ? [] : ["taskset", "--cpu-list", `${cpu}`]),
    ...(descriptors === undefined ? [] : ["prlimit", `--nofile=${descriptors}`]),
  ];
  const child = processOf([...limits, ...command], settings).spawn();
  const lines: string[] = [];
  const listening = Promise.withResolvers<string>();
  readLines(child.stderr, (line) => {
    lines.push(line);
    const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
    if (url !== undefined) listening.resolve(url);
  }).then(() => listening.reject(new Error(`The server ended:\n${lines.join("\n")}`)));
  let exit: Promise<number> | undefined;
  const end = (signal: Deno.Signal) => exit ??= endChild(child, signal);
  return {
    url: await listening.promise,
    pid: child.pid,
    lines,
    async kill() {
      await end("SIGKILL");
    },
    stop: () => end("SIGTERM"),
    async [Symbol.asyncDispose]() {
      await end("SIGKILL");
    },
  };
}

/** Makes the production build, once for all the tests of a run: their files run side by side in one process. */
export async function buildOnce(): Promise<void> {
  const folder = new URL("_fresh/", ROOT);
  await Deno.mkdir(folder, { recursive: true });
  const mark = new URL("built_by_tests", folder);
  using lock = await Deno.open(mark, { create: true, write: true });
  await lock.lock(true);
  if (await Deno.readTextFile(mark) === String(Deno.pid)) return;
  const { success, stderr } = await processOf(denoCommand("run", "-A", "dev.ts", "build"), {}).output();
  if (!success) throw new Error(`The build failed:\n${new TextDecoder().decode(stderr)}`);
  await Deno.writeTextFile(mark, String(Deno.pid));
}

function denoCommand(subcommand: string, ...args: string[]): string[] {
  return [Deno.execPath(), ...withPackages("server", subcommand, ...args)];
}

function processOf([program, ...args]: string[], env: Record<string, string>): Deno.Command {
  return new Deno.Command(program!, {
    args,
    cwd: ROOT,
    env,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  });
}

async function endChild(child: Deno.ChildProcess, signal: Deno.Signal): Promise<number> {
  try {
    child.kill(signal);
  } catch {
    // It has ended by itself, which its output and its exit code tell about.
  }
  return (await child.status).code;
}

import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { Readable } from "node:stream";
import { withPackages } from "@/tools/packages.ts";

/** A server as users run it: the production build in a process of its own. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
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
  /** The one core it may use, on Linux. */
  cpu?: number;
}

/** Builds the page, starts a server on a free port with a database in memory, and waits until it listens. */
export async function startServer(
  env: Record<string, string> = {},
  { script = "serve.ts", cpu }: ServerOptions = {},
): Promise<ServerProcess> {
  await buildOnce();
  const settings = { PORT: "0", KV_PATH: ":memory:", ICE_SERVERS: "[]", ...env };
  const child = (await deno(["run", "-A", script], settings, cpu)).spawn();
  const lines: string[] = [];
  const listening = Promise.withResolvers<string>();
  const output = createInterface({ input: Readable.fromWeb(child.stderr) });
  output.on("line", (line) => {
    lines.push(line);
    const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
    if (url !== undefined) listening.resolve(url);
  });
  output.on("close", () => listening.reject(new Error(`The server ended:\n${lines.join("\n")}`)));
  let exit: Promise<number> | undefined;
  const end = (signal: Deno.Signal) => exit ??= endChild(child, signal);
  return {
    url: await listening.promise,
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
  const path = `${tmpdir()}/toucan-test-build`;
  using lock = await Deno.open(path, { create: true, write: true });
  await lock.lock(true);
  if (await Deno.readTextFile(path) === String(Deno.pid)) return;
  const { success, stderr } = await (await deno(["run", "-A", "dev.ts", "build"], {})).output();
  if (!success) throw new Error(`The build failed:\n${new TextDecoder().decode(stderr)}`);
  await Deno.writeTextFile(path, String(Deno.pid));
}

/** A Deno command with the packages that this run uses. */
async function deno(args: [string, ...string[]], env: Record<string, string>, cpu?: number): Promise<Deno.Command> {
  const command = [Deno.execPath(), ...await withPackages(...args)];
  const [program, ...rest] = cpu === undefined ? command : ["taskset", "--cpu-list", String(cpu), ...command];
  return new Deno.Command(program!, {
    args: rest,
    cwd: new URL("../..", import.meta.url),
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

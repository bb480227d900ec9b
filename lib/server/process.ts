import type { ToucanApp } from "./app.ts";
import { systemClock } from "./clock.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { isLocked } from "./store/database.ts";
import { type Disk, openDisk, usedBytes } from "./store/space.ts";
import { createFaultReport, describeFault } from "./fault_report.ts";
import { keepServing, type Serving } from "./serving.ts";

/** How long a stopping server waits for clients to close their WebSockets. */
const FAREWELL_MS = 1_000;

/** How long it then waits for responses in progress, before it drops clients that don't read. */
const SHUTDOWN_MS = 3_000;

/** How often to try to open a locked database, and how long to wait in between. */
const OPEN_ATTEMPTS = 50;
const OPEN_PAUSE_MS = 100;

/** Within this time, a second signal is an echo: the process group gets a signal, and `deno task` passes it on. */
const ECHO_MS = 200;

/** How often to check whether the wall clock was set. */
const CLOCK_MS = 5_000;

/** Parses the environment. Exits with one line and code 1 if a value is invalid. */
export function loadConfigOrExit(env: Record<string, string>): Config {
  try {
    return loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) exitWith(error.message);
    throw error;
  }
}

/** An open database, and what is known about its file. */
export interface OpenedKv {
  readonly kv: Deno.Kv;
  /** How many bytes of its file were in use. */
  readonly usedBytes: number;
  readonly disk: Disk | undefined;
}

/** Opens the database. Exits with one line and code 1 if that fails. */
export async function openKvOrExit(path: string | undefined): Promise<OpenedKv> {
  const file = path === undefined || /^(:memory:$|https?:)/.test(path) ? undefined : path;
  try {
    return {
      usedBytes: file === undefined ? 0 : await usedBytes(file),
      kv: await openKv(path),
      disk: file === undefined ? undefined : await openDisk({ path: file }),
    };
  } catch (error) {
    // Without the path, and the message that contains it: a URL may contain a password.
    const database = path === undefined ? "in Deno's default location" : "in KV_PATH";
    exitWith(`Cannot open the database ${database}: ${describeFault(error)}`);
  }
}

/** Retries while another process that opens the same file holds its lock. */
async function openKv(path: string | undefined): Promise<Deno.Kv> {
  for (let attempt = 1;; attempt++) {
    try {
      return await Deno.openKv(path);
    } catch (error) {
      if (!isLocked(error) || attempt === OPEN_ATTEMPTS) throw error;
      await sleep(OPEN_PAUSE_MS);
    }
  }
}

/** Loads the production build. Exits with one line and code 1 if there is none, or if it was made with other packages. */
export async function loadBuildOrExit(build: URL): Promise<Pick<Server, "fetch">> {
  try {
    await Deno.stat(build);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    exitWith("Cannot serve: there is no build yet, run `deno task build`");
  }
  try {
    return (await import(build.href)).default;
  } catch (error) {
    // An import names an export that doesn't exist.
    if (!(error instanceof SyntaxError)) throw error;
    const why = firstLine(error);
    exitWith(`Cannot serve: the build was made with other packages, run \`deno task build\` again: ${why}`);
  }
}

/** The parts of a server process. */
export interface Server {
  app: Pick<ToucanApp, "close" | "followClock">;
  config: Config;
  kv: Deno.Kv;
  /** The production build's handler. */
  fetch(req: Request, info: Deno.ServeHandlerInfo): Response | Promise<Response>;
}

/**
 * Serves until SIGINT or SIGTERM. Then ends every wait, finishes responses in progress, closes the database and exits with
 * 0; a second signal exits at once. Exits with 1 if the port is taken.
 */
export function serve({ app, config: { port, hostname }, kv, fetch }: Server): void {
  const serving = listenOrExit({ port, hostname }, fetch);
  let stoppedAt = Infinity;
  const following = setInterval(() => app.followClock(), CLOCK_MS);
  const stop = async () => {
    if (performance.now() - stoppedAt > ECHO_MS) Deno.exit(1);
    if (stoppedAt !== Infinity) return;
    stoppedAt = performance.now();
    clearInterval(following);
    // In this order, since Deno's shutdown closes WebSockets at once, with a code of its own.
    await Promise.race([app.close(), sleep(FAREWELL_MS)]);
    await Promise.race([serving.shutdown(), sleep(SHUTDOWN_MS)]);
    kv.close();
    Deno.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, stop);
}

/** Logs faults to stderr, without their messages. */
export const reportFault = createFaultReport({ clock: systemClock, write });

/** Logs the server's URL, as a browser on this machine can open it. */
export function announce({ port }: { port: number }): void {
  write(`toucan listens at http://localhost:${port}`);
}

function listenOrExit(options: { port: number; hostname: string }, fetch: Server["fetch"]): Serving {
  let { port } = options;
  const listen = () => {
    const server = Deno.serve({ ...options, port, onListen: () => {}, onError: respondToFault }, fetch);
    port = server.addr.port;
    return server;
  };
  const say = (error: unknown) => write(`Cannot accept connections, trying again: ${describeFault(error)}`);
  try {
    const serving = keepServing({ listen, say });
    announce({ port });
    return serving;
  } catch (error) {
    exitWith(`Cannot listen on ${options.hostname}:${options.port}: ${firstLine(error)}`);
  }
}

/** Without this, Deno would print the error with its message. */
function respondToFault(error: unknown): Response {
  reportFault(error);
  return new Response(null, { status: 500 });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function exitWith(line: string): never {
  write(line);
  Deno.exit(1);
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0]!;
}

function write(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${text}\n`));
}

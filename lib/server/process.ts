import type { ToucanApp } from "./app.ts";
import { systemClock } from "./clock.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { isLocked } from "./store/database.ts";
import { type Disk, openDisk, usedBytes } from "./store/disk.ts";
import { createFaultReport, describeFault } from "./fault_report.ts";
import { keepServing, type Serving } from "./serving.ts";

/** How long a server that was told to stop waits for its WebSockets to be closed from the other end too. */
const FAREWELL_MS = 1_000;

/** How long it waits for all else that is under way; then whoever does not read is left behind. */
const SHUTDOWN_MS = 3_000;

/** How often to try to open a locked database, and how long to wait in between. */
const OPEN_ATTEMPTS = 50;
const OPEN_PAUSE_MS = 100;

/** Within this time a second signal is the first one once more: `deno task` passes on what its group gets as well. */
const ECHO_MS = 200;

/** How often to look whether the wall clock was set. */
const CLOCK_MS = 5_000;

/** Reads the configuration; a bad value ends the process with one line and exit code 1. */
export function loadConfigOrExit(env: Record<string, string>): Config {
  try {
    return loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) exitWith(error.message);
    throw error;
  }
}

/** A database that was opened, and what is known of where it is kept. */
export interface OpenedKv {
  readonly kv: Deno.Kv;
  /** How much of its file was in use by then, in bytes. */
  readonly usedBytes: number;
  readonly disk: Disk | undefined;
}

/** Opens the database; one that can't be opened ends the process with one line and exit code 1. */
export async function openKvOrExit(path: string | undefined): Promise<OpenedKv> {
  const file = path === undefined || /^(:memory:$|https?:)/.test(path) ? undefined : path;
  try {
    return {
      usedBytes: file === undefined ? 0 : await usedBytes(file),
      kv: await openKv(path),
      disk: file === undefined ? undefined : await openDisk({ path: file }),
    };
  } catch (error) {
    // Neither the path nor the message, which holds it: an address may have a password in it.
    const database = path === undefined ? "that Deno keeps by itself" : "that KV_PATH names";
    exitWith(`Cannot open the database ${database}: ${describeFault(error)}`);
  }
}

/** Another process that opens the same file at the same time holds its lock for a moment. */
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

/**
 * Loads the production build; one that was never made, or that doesn't fit the packages at hand, ends the process with
 * one line and exit code 1.
 */
export async function loadBuildOrExit(build: URL): Promise<Pick<Server, "fetch">> {
  try {
    await Deno.stat(build);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    exitWith("Cannot serve: there is no build yet, `deno task build` makes one");
  }
  try {
    return (await import(build.href)).default;
  } catch (error) {
    // What it imports by name isn't there.
    if (!(error instanceof SyntaxError)) throw error;
    const why = firstLine(error);
    exitWith(`Cannot serve: the build was made with other packages, \`deno task build\` makes another: ${why}`);
  }
}

/** What a server process is made of. */
export interface Server {
  app: Pick<ToucanApp, "close" | "followClock">;
  config: Config;
  kv: Deno.Kv;
  /** Answers requests: the production build's handler. */
  fetch(req: Request, info: Deno.ServeHandlerInfo): Response | Promise<Response>;
}

/**
 * Serves until SIGINT or SIGTERM: then every wait is answered, what is under way is finished, the database is closed
 * and the process ends with 0. Another signal after that ends it at once. A port that is taken at the start ends it with 1.
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
    // In this order: a server that shuts down closes WebSockets by itself, with another code, whatever they are at.
    await Promise.race([app.close(), sleep(FAREWELL_MS)]);
    await Promise.race([serving.shutdown(), sleep(SHUTDOWN_MS)]);
    kv.close();
    Deno.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, stop);
}

/** Reports faults on stderr, without their messages, which may hold what a log must not. */
export const reportFault = createFaultReport({ clock: systemClock, write });

/** Says where the server is, by a name that a browser on this machine can be sent to. */
export function announce({ port }: { port: number }): void {
  write(`toucan listens at http://localhost:${port}`);
}

function listenOrExit(options: { port: number; hostname: string }, fetch: Server["fetch"]): Serving {
  let { port } = options;
  const listen = () => {
    const server = Deno.serve({ ...options, port, onListen: () => {}, onError: answerFault }, fetch);
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

/** Keeps Deno from printing what a log must not hold. */
function answerFault(error: unknown): Response {
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

import { createSocket, type Socket } from "node:dgram";
import { browserTest, findProgram } from "@/testing/browsers.ts";
import { readLines } from "@/testing/lines.ts";

/** A TURN server in a process of its own, on this machine's loopback address only. */
export interface TurnServer extends AsyncDisposable {
  /** Ends it at once: what it relayed is lost without a word. */
  kill(): Promise<void>;
}

/** How to log in to the servers. */
export const LOGIN = { username: "toucan", credential: "parrot" } as const;

/**
 * Defines a test in Chromium that needs a TURN server. Where coturn is missing it is skipped, and says how to get it;
 * with `CI=true` it fails.
 */
export function turnTest(name: string, run: () => Promise<void>): void {
  browserTest(name, ["chromium"], run, findProgram(["turnserver"]) === undefined ? ["coturn"] : []);
}

/**
 * Returns two UDP ports that are free, from below the ephemeral ones (from 32768 on Linux), which whatever else runs here
 * may be given at any time.
 */
export async function freePorts(): Promise<[number, number]> {
  const sockets = [await bindBelowEphemeral(), await bindBelowEphemeral()] as const;
  const [first, second] = sockets.map((socket) => socket.address().port);
  sockets.forEach((socket) => socket.close());
  return [first!, second!];
}

/** What a server is told so that browsers use the TURN servers on these ports. */
export function iceServers(...ports: number[]): string {
  return JSON.stringify(ports.map((port) => ({ urls: `turn:127.0.0.1:${port}?transport=udp`, ...LOGIN })));
}

/** Starts coturn and waits until it listens. */
export async function startTurn(port: number): Promise<TurnServer> {
  const files = await Deno.makeTempDir();
  const child = new Deno.Command(findProgram(["turnserver"])!, {
    args: [
      ["-n", "--verbose", "--lt-cred-mech", "--realm=toucan", `--user=${LOGIN.username}:${LOGIN.credential}`],
      ["--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", "--allow-loopback-peers", `--listening-port=${port}`],
      ["--no-tls", "--no-dtls", "--no-tcp", "--no-cli", "--no-rfc5780", "--log-file=stdout"],
      [`--pidfile=${files}/pid`, `--userdb=${files}/users`],
    ].flat(),
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const listening = Promise.withResolvers<void>();
  const lines: string[] = [];
  readLines(child.stdout, (line) => {
    lines.push(line);
    if (/UDP listener opened/i.test(line)) listening.resolve();
  }).then(() => listening.reject(new Error(`coturn ended:\n${lines.join("\n")}`)));
  let ended: Promise<void> | undefined;
  const end = () => ended ??= endChild(child, files);
  await listening.promise;
  return { kill: end, [Symbol.asyncDispose]: end };
}

async function bindBelowEphemeral(): Promise<Socket> {
  for (;;) {
    const socket = createSocket("udp4");
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    socket.once("listening", () => resolve(true));
    socket.once(
      "error",
      (error: NodeJS.ErrnoException) => error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    socket.bind(20_000 + Math.floor(Math.random() * 12_768), "127.0.0.1");
    if (await promise) return socket;
  }
}

async function endChild(child: Deno.ChildProcess, files: string): Promise<void> {
  child.kill("SIGKILL");
  await child.status;
  await Deno.remove(files, { recursive: true });
}

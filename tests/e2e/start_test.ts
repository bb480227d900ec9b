import { assertEquals } from "@std/assert";
import { readLines } from "@/testing/lines.ts";
import { testThatNeeds } from "@/testing/needs.ts";
import { patiently } from "@/testing/patience.ts";
import { isInstalled } from "@/testing/program.ts";
import { buildOnce } from "@/testing/server.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** What a copy of the project can do without. */
const LEFT_OUT =
  /^(\.git|_fresh|node_modules|docs|bench|examples|.*\.png|client\.js|.*\.sqlite.*|deno\.\w+\.(json|lock))$/;

const unix = isInstalled("ps", ["-A"]) ? undefined : "install ps (Debian: procps); Windows has no signals";
const npm = unix ?? (isInstalled("npm") ? undefined : "install npm");

testThatNeeds(unix, {
  name: "deno task start builds and serves in two processes, below any package.json, and leaves the checkout as it is",
  async fn() {
    const around = await Deno.makeTempDir();
    await Deno.writeTextFile(`${around}/package.json`, `{ "name": "around", "dependencies": { "preact": "8.0.0" } }`);
    const folder = `${around}/toucan`;
    await copy(ROOT, folder);
    const lock = await Deno.readTextFile(`${folder}/deno.lock`);
    const task = await startTask([Deno.execPath(), "task", "start"], folder);
    assertEquals(await statusOf(task.url), 200);
    assertEquals((await descendantsOf(task.pid)).length, 1);
    task.stop("SIGTERM");
    await patiently("all of the task has ended", task.ended);
    assertEquals(await Deno.readTextFile(`${folder}/deno.lock`), lock);
    await Deno.remove(around, { recursive: true });
  },
});

const COMMANDS: [name: string, command: string[], missing: string | undefined][] = [
  ["deno task serve", [Deno.execPath(), "task", "serve"], unix],
  ["npx deno task serve", ["npm", "exec", "--call", `'${Deno.execPath()}' task serve`], npm],
];

for (const [name, command, missing] of COMMANDS) {
  testThatNeeds(missing, {
    name: `${name}, stopped by SIGTERM, leaves nothing behind`,
    async fn() {
      await buildOnce();
      const task = await startTask(command, ROOT);
      task.stop("SIGTERM");
      await patiently("all of the task has ended", task.ended);
    },
  });

  testThatNeeds(missing, {
    name: `${name}, stopped by Ctrl-C, leaves nothing behind`,
    async fn() {
      await buildOnce();
      const task = await startTask(command, ROOT);
      task.stop("SIGINT", "group");
      await patiently("all of the task has ended", task.ended);
    },
  });
}

/** Runs a command in a process group of its own, as a terminal does, until its server listens. */
async function startTask(command: string[], cwd: string) {
  const [program, ...args] = command;
  const child = new Deno.Command(program!, {
    args,
    cwd,
    env: { PORT: "0", KV_PATH: ":memory:", ICE_SERVERS: "[]" },
    detached: true,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const lines: string[] = [];
  const listening = Promise.withResolvers<string>();
  // Each process has this output, so it ends with the last of them.
  const closed = readLines(child.stderr, (line) => {
    lines.push(line);
    const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
    if (url !== undefined) listening.resolve(url);
  });
  closed.then(() => listening.reject(new Error(`The task ended:\n${lines.join("\n")}`)));
  return {
    url: await listening.promise,
    pid: child.pid,
    ended: Promise.all([closed, child.status]),
    stop: (signal: Deno.Signal, whom?: "group") => Deno.kill(whom === "group" ? -child.pid : child.pid, signal),
  };
}

async function statusOf(url: string): Promise<number> {
  const answer = await fetch(url);
  await answer.body?.cancel();
  return answer.status;
}

async function descendantsOf(pid: number): Promise<number[]> {
  const { stdout } = await new Deno.Command("ps", { args: ["-A", "-o", "pid=,ppid="] }).output();
  const rows = new TextDecoder().decode(stdout).trim().split("\n").map((row) => row.trim().split(/\s+/).map(Number));
  const under = (parent: number): number[] =>
    rows.flatMap(([child, of]) => of === parent ? [child!, ...under(child!)] : []);
  return under(pid);
}

async function copy(from: string, to: string): Promise<void> {
  await Deno.mkdir(to);
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (LEFT_OUT.test(name)) continue;
    if (isDirectory) await copy(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

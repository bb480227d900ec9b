import { setImmediate } from "node:timers";
import { assert, assertEquals, assertInstanceOf, assertLess, assertMatch, assertStringIncludes } from "@std/assert";
import { withPackages } from "@/tools/packages.ts";

const FIXTURE = "tests/lib/server/process_fixture.ts";

Deno.test("main.ts exits with one line and 1 for an invalid value", async () => {
  assertEquals(await runToEnd("main.ts", { PORT: "http" }), {
    code: 1,
    text: `Cannot use PORT: it must be a whole number from 0 to 65535, not "http"\n`,
  });
});

Deno.test("main.ts exits with one line and 1 for a database that it can't open", async () => {
  assertEquals(await runToEnd("main.ts", { KV_PATH: "/dev/null/toucan.sqlite" }), {
    code: 1,
    text: "Cannot open the database in KV_PATH: NotADirectory\n",
  });
});

Deno.test("main.ts prints no value that may contain a secret", async () => {
  const secret = "s3cret";
  const wrong = [
    { ICE_SERVERS: `[{"urls": "turn:a", "username": "u", "credential": "${secret}"]` },
    { ICE_SERVERS: `[{"urls": "turn:a", "username": 5, "credential": "${secret}"}]` },
    { ICE_SERVERS: secret },
    { KV_PATH: `https://user:${secret}@localhost:1/` },
    { KV_PATH: `htps://user:${secret}@localhost:1/` },
    { KV_PATH: `/dev/null/${secret}` },
  ];
  for (const env of wrong) {
    const { code, text } = await runToEnd("main.ts", env);
    assertEquals([code, text.split("\n").length, text.includes(secret)], [1, 2, false], text);
  }
});

Deno.test("serve.ts exits with one line and 1 without a build", async () => {
  assertEquals(await loadBuild("file:///nowhere/server.js"), {
    code: 1,
    text: "Cannot serve: there is no build yet, run `deno task build`\n",
  });
});

Deno.test("serve.ts exits with one line and 1 for a build made with other packages", async () => {
  const build = await Deno.makeTempFile({ suffix: ".js" });
  await Deno.writeTextFile(build, `import { restore } from "data:text/javascript,";`);
  const { code, text } = await loadBuild(`file://${build}`);
  await Deno.remove(build);
  assertEquals(code, 1);
  assertMatch(
    text,
    /^Cannot serve: the build was made with other packages, run `deno task build` again: .*'restore'.*\n$/,
  );
});

Deno.test("serve() exits with one line and 1 if its port is taken", async () => {
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = taken.addr as Deno.NetAddr;
  const { code, text } = await runToEnd(FIXTURE, { PORT: `${port}` });
  assertEquals(code, 1);
  const last = text.trimEnd().split("\n").at(-1)!;
  assertStringIncludes(last, `Cannot listen on 127.0.0.1:${port}: `);
});

Deno.test("reportFault() logs what failed and where, without the message", async () => {
  await using server = await start();
  assert(server.text().startsWith("Fault: RangeError, at somewhere.ts:1:1\nFault: Error\n"), server.text());
  assertEquals(server.text().includes("192.0.2.1"), false);
});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test(`serve() responds to every waiting request at ${signal}, and exits with 0`, async () => {
    await using server = await start();
    const waiting = fetch(`${server.url}/wait`).then((answer) => answer.text());
    await server.until(/waits\n/);
    server.child.kill(signal);
    assertEquals(await waiting, "done");
    assertEquals((await server.child.status).code, 0);
  });
}

Deno.test("serve() exits with 0 at most 5 s later despite a client that never finishes", async () => {
  await using idle = await start();
  await using server = await start();
  const hanging = fetch(`${server.url}/hang`).catch((error) => error);
  await fetch(`${server.url}/`).then((answer) => answer.text());
  const [idleMs, hangingMs] = await Promise.all([idle, server].map(async ({ child }) => {
    const begin = performance.now();
    child.kill("SIGTERM");
    assertEquals((await child.status).code, 0);
    return performance.now() - begin;
  }));
  assertLess(hangingMs! - idleMs!, 5_000);
  assertInstanceOf(await hanging, TypeError);
});

Deno.test("serve() takes an echoed signal for one, and exits at once at the next", async () => {
  await using server = await start();
  const hanging = fetch(`${server.url}/hang`).catch((error) => error);
  const waiting = fetch(`${server.url}/wait`).then((answer) => answer.text());
  await server.until(/waits\n/);
  let code: number | undefined;
  server.child.status.then((status) => code = status.code);
  while (code === undefined) {
    server.child.kill("SIGTERM");
    await new Promise((resolve) => setImmediate(resolve));
  }
  assertEquals(await waiting, "done");
  // After the time that it allows for ending, it would be 0.
  assertEquals(code, 1);
  assertInstanceOf(await hanging, TypeError);
});

function spawn(script: string, env: Record<string, string>): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: withPackages("server", "run", "-A", "--no-check", script),
    cwd: new URL("../../..", import.meta.url),
    env: { KV_PATH: ":memory:", HOST: "127.0.0.1", PORT: "0", ICE_SERVERS: "[]", NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
}

async function loadBuild(build: string) {
  const script = await Deno.makeTempFile({ suffix: ".ts" });
  const process = import.meta.resolve("@/lib/server/process.ts");
  const lines = [
    `import { loadBuildOrExit } from "${process}";`,
    `await loadBuildOrExit(new URL("${build}"));`,
  ];
  await Deno.writeTextFile(script, lines.join("\n"));
  return await runToEnd(script, {}).finally(() => Deno.remove(script));
}

async function runToEnd(script: string, env: Record<string, string>) {
  const { code, stderr } = await spawn(script, env).output();
  return { code, text: new TextDecoder().decode(stderr) };
}

/** Starts the fixture and waits until it listens. */
async function start() {
  const child = spawn(FIXTURE, {});
  const output = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const until = async (wanted: RegExp): Promise<string> => {
    for (let found = wanted.exec(text);; found = wanted.exec(text)) {
      if (found !== null) return found[0];
      const { done, value } = await output.read();
      if (done) throw new Error(`The process ended:\n${text}`);
      text += value;
    }
  };
  const port = (await until(/localhost:\d+\n/)).trim().split(":")[1];
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    text: () => text,
    until,
    async [Symbol.asyncDispose]() {
      await output.cancel();
      await child[Symbol.asyncDispose]();
    },
  };
}

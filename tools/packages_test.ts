import { assertEquals, assertStringIncludes } from "@std/assert";

const SCRIPT = new URL("packages.ts", import.meta.url).pathname;

/** Runs the script in front of a Deno command; what runs this test has chosen the packages already. */
function start(args: string[], env: Record<string, string> = {}): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", SCRIPT, ...args],
    env,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

async function inFile<T>(code: string, run: (path: string) => Promise<T>): Promise<T> {
  const path = await Deno.makeTempFile({ suffix: ".ts" });
  await Deno.writeTextFile(path, code);
  return await run(path).finally(() => Deno.remove(path));
}

Deno.test("tools/packages.ts passes arguments on, and the exit code back", async () => {
  await inFile("console.log(Deno.args.join()); Deno.exit(37);", async (path) => {
    const { code, stdout } = await start(["run", path, "--a", "b"]).output();
    assertEquals(code, 37);
    assertEquals(new TextDecoder().decode(stdout), "--a,b\n");
  });
});

Deno.test("tools/packages.ts passes signals on", async () => {
  const code =
    `Deno.addSignalListener("SIGTERM", () => Deno.exit(5)); console.log("ready"); setInterval(() => {}, 1e6);`;
  await inFile(code, async (path) => {
    const child = start(["run", path]);
    const reader = child.stdout.getReader();
    await reader.read();
    child.kill("SIGTERM");
    assertEquals((await child.status).code, 5);
    await reader.cancel();
    await child.stderr.cancel();
  });
});

Deno.test("tools/packages.ts refuses a choice there is not", async () => {
  const { code, stderr } = await start(["run", "x.ts"], { TOUCAN_PACKAGES: "npm" }).output();
  assertEquals(code, 2);
  assertStringIncludes(new TextDecoder().decode(stderr), `TOUCAN_PACKAGES is "jsr" or "compat", not "npm"`);
});

import { assertEquals, assertStringIncludes } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);
const FRESH = "/@fresh/core";
const STAND_INS = "JSR can't be reached, so this runs on the stand-ins in compat/";

Deno.test("tools/packages.ts takes JSR's packages where they can be reached, and leaves what is checked in alone", async () => {
  await using project = await createProject();
  await using jsr = serveFresh();
  const { code, text } = await project.choose({ JSR_URL: jsr.url });
  assertEquals([code, text], [0, ""]);
  const config = await project.readJson("deno.server.json");
  assertEquals([config.lock, config.links], ["deno.server.lock", undefined]);
  assertEquals(
    Object.keys((await project.readJson("deno.server.lock")).specifiers).includes("npm:devalue@^5.8.0"),
    false,
  );
  for (const [path, text] of project.files) assertEquals(await project.read(path), text, path);
});

for (const [name, status] of [["that nobody answers for", undefined], ["that a proxy refuses", 403]] as const) {
  Deno.test(`tools/packages.ts takes the stand-ins for a JSR ${name}, and says so`, async () => {
    await using project = await createProject();
    await using jsr = serve(() => new Response(null, { status: status ?? 200 }));
    if (status === undefined) await jsr[Symbol.asyncDispose]();
    const { code, text } = await project.choose({ JSR_URL: jsr.url });
    assertEquals(code, 0);
    assertEquals(text, `${STAND_INS} (TOUCAN_PACKAGES=jsr or TOUCAN_PACKAGES=compat chooses)\n`);
    const config = await project.readJson("deno.tests.json");
    assertEquals([config.lock, config.links], ["./tests/deno.lock", ["./compat/fresh"]]);
  });
}

Deno.test("tools/packages.ts ends with what Deno says where it isn't the network that fails", async () => {
  await using project = await createProject();
  await using jsr = serve(() => new Response(null, { status: 404 }));
  const { code, text } = await project.choose({ JSR_URL: jsr.url });
  assertEquals(code, 1);
  assertStringIncludes(text, "JSR package not found: @fresh/core");
  assertEquals(text.includes(STAND_INS), false);
});

Deno.test("tools/packages.ts tries nothing if TOUCAN_PACKAGES chooses", async () => {
  await using project = await createProject();
  const { code, text } = await project.choose({ TOUCAN_PACKAGES: "compat" });
  assertEquals([code, text], [0, ""]);
  assertEquals((await project.readJson("deno.peer.json")).links, ["./compat/fresh"]);
});

Deno.test("tools/packages.ts refuses a choice there is not", async () => {
  await using project = await createProject();
  const { code, text } = await project.choose({ TOUCAN_PACKAGES: "npm" });
  assertEquals(code, 2);
  assertStringIncludes(text, `TOUCAN_PACKAGES must be "jsr" or "compat", not "npm"`);
});

Deno.test("tools/packages.ts refuses a command, which it would not run", async () => {
  await using project = await createProject();
  const { code, text } = await project.choose({}, "test", "-A");
  assertEquals(code, 2);
  assertStringIncludes(text, "`deno task` runs the rest");
});

const PROJECT = [
  "deno.json",
  "deno.lock",
  "peer/deno.lock",
  "tests/deno.lock",
  "tools/packages.ts",
  "compat/fresh/deno.json",
];

/** A project of its own, so that nothing else runs with what is chosen in it, and with nothing fetched yet. */
async function createProject() {
  const folder = await Deno.makeTempDir();
  const files = new Map<string, string>();
  for (const path of PROJECT) {
    const text = await Deno.readTextFile(new URL(path, ROOT));
    await Deno.mkdir(`${folder}/${path.replace(/[^/]+$/, "")}`, { recursive: true });
    await Deno.writeTextFile(`${folder}/${path}`, text);
    files.set(path, text);
  }
  const read = (path: string) => Deno.readTextFile(`${folder}/${path}`);
  return {
    files,
    read,
    readJson: async (path: string) => JSON.parse(await read(path)),
    async choose(env: Record<string, string>, ...args: string[]) {
      const { code, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "tools/packages.ts", ...args],
        cwd: folder,
        env: { TOUCAN_PACKAGES: "", DENO_DIR: `${folder}/cache`, NO_COLOR: "1", ...env },
        stdout: "null",
        stderr: "piped",
      }).output();
      return { code, text: new TextDecoder().decode(stderr) };
    },
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** A JSR with a package of Fresh's name, in which there is nothing. */
function serveFresh() {
  const empty = { size: 0, checksum: "sha256-e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" };
  const files: Record<string, unknown> = {
    [`${FRESH}/meta.json`]: { scope: "fresh", name: "core", latest: "2.3.3", versions: { "2.3.3": {} } },
    [`${FRESH}/2.3.3_meta.json`]: { manifest: { "/mod.ts": empty }, exports: { ".": "./mod.ts", "./dev": "./mod.ts" } },
  };
  return serve(({ url }) => {
    const file = files[new URL(url).pathname];
    return file === undefined ? new Response("") : Response.json(file);
  });
}

function serve(answer: (req: Request) => Response) {
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, answer);
  let closed: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${server.addr.port}/`,
    [Symbol.asyncDispose]: () => closed ??= server.shutdown(),
  };
}

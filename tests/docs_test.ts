import { assert, assertEquals, assertGreater, assertNotEquals, assertThrows } from "@std/assert";
import { ConfigError, loadConfig } from "@/lib/server/config.ts";

const ROOT = new URL("..", import.meta.url);
const DECISIONS = "docs/decisions/";

const pages = await Promise.all(
  ["README.md", ".github/CONTRIBUTING.md", "compat/README.md", "docs/security.md", ...await decisions()].map(async (
    path,
  ) => ({
    path,
    text: await read(path),
  })),
);

Deno.test("every link of the docs leads to something", async () => {
  const links = pages.flatMap(({ path, text }) =>
    Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => ({ path, target: target! }))
  ).filter(({ target }) => !/^[a-z]+:/.test(target));
  assertGreater(links.length, 50);
  for (const { path, target } of links) {
    assert(await exists(new URL(target, new URL(path, ROOT))), `${path}: ${target}`);
  }
});

Deno.test("every picture in docs/screenshots/ is in a document", async () => {
  for await (const { name } of Deno.readDir(new URL("docs/screenshots/", ROOT))) {
    assert(pages.some(({ text }) => text.includes(`screenshots/${name})`)), name);
  }
});

Deno.test("every file and folder that the docs name is there", async () => {
  assertGreater(pages.flatMap(({ text }) => namedFiles(text)).length, 50);
  for (const { path, text } of pages) {
    const places = path.startsWith("compat/") ? [ROOT, new URL("compat/", ROOT)] : [ROOT];
    for (const name of namedFiles(text)) {
      const found = await Promise.all(places.map((place) => exists(new URL(encodeURI(name), place))));
      assert(found.includes(true), `${path}: ${name}`);
    }
  }
});

Deno.test("every task that the docs name is there", async () => {
  const { tasks } = JSON.parse(await read("deno.json"));
  const named = pages.flatMap(({ text }) => [...text.matchAll(/(?:^|`|npx )deno task ([a-z]+)/gm)]);
  assertGreater(named.length, 10);
  for (const [text, task] of named) assert(Object.hasOwn(tasks, task!), text);
});

Deno.test("docs/decisions/README.md lists every decision", async () => {
  const listed = [...(await read(`${DECISIONS}README.md`)).matchAll(/\]\(([^)]+)\)/g)].map(([, name]) => name);
  const all = pages.map(({ path }) => path).filter((path) => path.startsWith(DECISIONS) && !path.endsWith("README.md"));
  assertEquals(listed.toSorted(), all.map((path) => path.slice(DECISIONS.length)).sort());
});

Deno.test("a decision has its date, context, choice and cost, in 25 lines", () => {
  const notes = pages.filter(({ path }) => path.startsWith(DECISIONS) && !path.endsWith("README.md"));
  assertGreater(notes.length, 0);
  for (const { path, text } of notes) {
    assertEquals(text.match(/^(\d{4}-\d\d-\d\d$|\*\*(Context|Choice|Cost)\.\*\*)/gm)?.length, 4, path);
    assert(text.split("\n").length <= 26, path);
  }
});

const settings = settingsOf(pages[0]!.text);

Deno.test("README.md's table of settings has every variable that is read, and no other", () => {
  const asked = new Set<string>();
  loadConfig(
    new Proxy<Record<string, string>>({}, {
      get(_, name) {
        asked.add(String(name));
        return undefined;
      },
    }),
  );
  // Set by Deno Deploy, not by people.
  asked.delete("DENO_DEPLOYMENT_ID");
  assertEquals(settings.map(({ name }) => name).sort(), [...asked].sort());
});

for (const { name, fallback, min, max } of settings) {
  Deno.test(`README.md tells the default of ${name}, and its range`, () => {
    assertEquals(loadConfig({ [name]: fallback }), loadConfig({}));
    if (min === undefined || max === undefined) {
      assertNotEquals(loadConfig({ [name]: "[]" }), loadConfig({}));
      return;
    }
    for (const value of [min, max].filter((value) => String(value) !== fallback)) {
      assertNotEquals(loadConfig({ [name]: String(value) }), loadConfig({}));
    }
    for (const value of [min - 1, max + 1]) {
      assertThrows(() => loadConfig({ [name]: String(value) }), ConfigError, name);
    }
  });
}

interface Setting {
  name: string;
  /** Empty where the variable is simply not set. */
  fallback: string;
  min?: number;
  max?: number;
}

function settingsOf(text: string): Setting[] {
  return [...text.matchAll(/^\| `([A-Z_]+)` *\| `?([^|`]*)`? *\| ([^|]*) \|/gm)].map(([, name, fallback, range]) => {
    const [min, max] = range!.trim().split(" to ").map(Number);
    return { name: name!, fallback: fallback!.trim(), ...(max === undefined ? {} : { min: min!, max }) };
  });
}

async function decisions(): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(new URL(DECISIONS, ROOT)));
  return entries.map(({ name }) => DECISIONS + name);
}

/** What is written as a path: with a folder in it or a slash at its end. What a build makes need not be there. */
function namedFiles(text: string): string[] {
  const names = Array.from(text.matchAll(/`([\w.()[\]-]+\/[\w.()[\]/-]*)`/g), ([, name]) => name!);
  return names.filter((name) => /(\/|\.\w+)$/.test(name) && !name.startsWith("_fresh/"));
}

async function read(path: string): Promise<string> {
  return await Deno.readTextFile(new URL(path, ROOT));
}

async function exists(url: URL): Promise<boolean> {
  return await Deno.stat(url).then(() => true, () => false);
}

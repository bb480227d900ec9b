import { assertEquals } from "@std/assert";

interface Lock {
  specifiers: Record<string, string>;
  npm: Record<string, unknown>;
}

/** What the server and its build use, with Fresh's own and what stands in for it: a first start fetches no more. */
const SERVER_PACKAGES = [
  "@preact/signals",
  "devalue",
  "esbuild",
  "mime-types",
  "negotiator",
  "preact",
  "preact-render-to-string",
  "preact-root-fragment",
  "sdp",
  "uqr",
];

const config = JSON.parse(await read("deno.json"));
const server: Lock = JSON.parse(await read("deno.lock"));
const peer: Lock = JSON.parse(await read("peer/deno.lock"));
const tests: Lock = JSON.parse(await read("tests/deno.lock"));

Deno.test("a first start fetches what the server needs, and nothing for tests, bench or peer", () => {
  const declared = Object.values<string>(config.imports).filter((specifier) => specifier.startsWith("npm:"));
  const fetched = new Set([...declared, ...Object.keys(server.specifiers)].map(nameOf));
  assertEquals([...fetched].sort(), SERVER_PACKAGES);
  // With the lock file that it finds by itself, `deno task` would fetch all that others need, too.
  assertEquals(config.lock, false);
});

Deno.test("the lock files pin the same versions", () => {
  for (const { specifiers } of [server, peer]) {
    for (const [specifier, version] of Object.entries(specifiers)) {
      assertEquals(tests.specifiers[specifier], version, specifier);
    }
  }
});

Deno.test("esbuild is there once, in one version", () => {
  for (const { npm } of [server, tests]) {
    assertEquals(Object.keys(npm).filter((id) => id.startsWith("esbuild@")).length, 1);
  }
});

Deno.test("the lock files name no registry's host", () => {
  for (const lock of [server, peer, tests]) assertEquals(JSON.stringify(lock).includes("://"), false);
});

function nameOf(specifier: string): string {
  return /^npm:(.+)@/.exec(specifier)?.[1] ?? specifier;
}

async function read(path: string): Promise<string> {
  return await Deno.readTextFile(new URL(`../../${path}`, import.meta.url));
}

import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("..", import.meta.url);

/** Each part of the sources, and the parts that it may import besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "words/": [],
  "lib/protocol/": [],
  "lib/client/": ["lib/protocol/"],
  "lib/files/": ["lib/protocol/"],
  "lib/rooms/": ["lib/protocol/"],
  "lib/doctor/": ["lib/client/", "lib/protocol/"],
  "lib/inspect/": ["lib/client/", "lib/protocol/"],
  "lib/ladder/": ["lib/client/", "lib/protocol/"],
  "lib/server/": ["lib/protocol/", "lib/rooms/", "words/"],
  "components/": [
    "lib/files/",
    "lib/doctor/",
    "lib/inspect/",
    "lib/ladder/",
    "lib/client/",
    "lib/protocol/",
    "lib/rooms/",
    "words/",
  ],
  "islands/": [
    "components/",
    "lib/files/",
    "lib/doctor/",
    "lib/inspect/",
    "lib/ladder/",
    "lib/client/",
    "lib/protocol/",
    "lib/rooms/",
    "words/",
  ],
  "routes/(api)/": ["lib/server/", "lib/protocol/"],
  "routes/(pages)/": ["islands/", "components/", "lib/server/", "lib/protocol/", "lib/rooms/", "words/"],
  "routes/": ["components/", "lib/server/", "lib/protocol/", "words/"],
  "main.ts": ["lib/server/"],
  "serve.ts": ["lib/server/", "main.ts", "tools/npx.ts"],
  "dev.ts": ["lib/server/", "main.ts", "tools/client_module.ts", "tools/compressed_files.ts", "tools/stylesheet.ts"],
  "tools/client_module.ts": [],
  "tools/compressed_files.ts": ["lib/server/"],
  "tools/npx.ts": [],
  "tools/stylesheet.ts": [],
  "peer/": ["lib/client/", "lib/protocol/", "components/", "words/"],
};

/** The packages of parts that have to run anywhere, or in a browser. */
const MAY_USE: Record<string, readonly string[]> = {
  "words/": [],
  "lib/protocol/": [],
  "lib/client/": [],
  "lib/files/": [],
  "lib/rooms/": [],
  "lib/doctor/": [],
  "lib/inspect/": ["sdp"],
  "lib/ladder/": [],
  "components/": ["preact", "@preact/signals", "uqr"],
  "islands/": ["preact", "@preact/signals"],
};

const files = await Array.fromAsync(walk(""));
const sources = files.filter(({ path }) => /\.tsx?$/.test(path));
const product = files.filter(({ path }) => partOf(path) !== undefined || path.startsWith("static/"));

for (const [part, others] of Object.entries(MAY_IMPORT)) {
  Deno.test(`${part} imports itself and ${others.join(", ") || "nothing else"}`, () => {
    const own = sources.filter(({ path }) => partOf(path) === part);
    assert(own.length > 0);
    for (const { path, text } of own) {
      const wrong = localImports(path, text).filter((target) => {
        const other = partOf(target);
        return other !== part && (other === undefined || !others.includes(other));
      });
      assertEquals(wrong, [], path);
    }
  });
}

for (const [part, packages] of Object.entries(MAY_USE)) {
  Deno.test(`${part} uses ${packages.join(", ") || "no package"}, and nothing of Deno`, () => {
    for (const { path, text } of sources.filter(({ path }) => partOf(path) === part)) {
      const wrong = specifiersIn(text).filter((name) =>
        !/^(@\/|\.)/.test(name) && !packages.some((own) => name === own || name.startsWith(`${own}/`))
      );
      assertEquals(wrong, [], path);
      assert(!/\bDeno\./.test(withoutComments(text)), path);
    }
  });
}

Deno.test("what runs in the browser has no language's words built in", () => {
  const words = /^import (?!type).*"@\/words\/(?!languages|fill).*$/m;
  for (const { path, text } of sources.filter(({ path }) => /^(components|islands)\//.test(path))) {
    assertEquals(words.exec(text)?.[0], undefined, path);
  }
});

Deno.test("only a lobby's route imports a route: the same one of every room", () => {
  for (const { path, text } of sources.filter(({ path }) => !path.startsWith("compat/"))) {
    const [, name] = /^routes\/\(api\)\/([\w-]+\.ts)$/.exec(path) ?? [];
    const routes = localImports(path, text).filter((target) => target.startsWith("routes/"));
    assertEquals(routes.filter((target) => target !== `routes/(api)/rooms/[room]/${name}`), [], path);
  }
});

Deno.test("helpers that several folders of tests, bench/ or tools/ use are in testing/", () => {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
  for (const { path, text } of sources) {
    const helpers = localImports(path, text).filter((target) => /^(tests|bench)\//.test(target));
    assertEquals(helpers.filter((target) => !isNear(folderOf(path), folderOf(target))), [], path);
  }

  function isNear(one: string, other: string): boolean {
    return one.startsWith(other) || other.startsWith(one);
  }
});

Deno.test("only main.ts and dev.ts read the settings, and tools/npx.ts what npm says of itself", () => {
  const readers = product.filter(({ text }) => text.includes("Deno.env")).map(({ path }) => path);
  assertEquals(readers.sort(), ["dev.ts", "main.ts", "tools/npx.ts"]);
});

Deno.test("only one file talks to Deno KV", () => {
  const words = /\bkv\.(get|getMany|set|delete|list|atomic|watch|enqueue)\b/;
  const talkers = product.filter(({ text }) => words.test(text));
  assertEquals(talkers.map(({ path }) => path), ["lib/server/store/database.ts"]);
});

Deno.test("no product code knows of the packages' stand-ins", () => {
  for (const { path, text } of product) assert(!/compat\b/i.test(text), path);
  for (const { path, text } of sources.filter(({ path }) => !/^(compat|tools)\//.test(path))) {
    assertEquals(localImports(path, text).filter((target) => target.startsWith("compat/")), [], path);
  }
});

Deno.test("no file is over 250 lines", () => {
  const lengths = sources.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
  assertEquals(lengths.filter(({ lines }) => lines > 250), []);
});

Deno.test("a route of the API is under 30 lines and decides nothing", () => {
  for (const { path, text } of sources.filter(({ path }) => path.startsWith("routes/(api)/"))) {
    assert(text.split("\n").length <= 30, path);
    assert(!/\b(try|if|switch)\b/.test(withoutComments(text)), path);
  }
});

Deno.test("no product code writes to the console, hushes the compiler or the linter, or leaves things for later", () => {
  const words = /\bconsole\.\w+\(|deno-lint-(ignore)|@ts-(ignore|expect-error|nocheck)|\b(TO|FIX)(DO|ME)\b/;
  for (const { path, text } of product) {
    assertEquals(words.exec(text)?.[0], undefined, path);
  }
});

Deno.test("no test of the server sleeps", () => {
  const words = /\bset(Timeout|Interval)\(|AbortSignal\.(timeout)\(|\bdelay\(/;
  const held = /^(tests\/(routes|lib\/(protocol|server)|[^/]+$)|testing\/(?!fake_peer|patience))/;
  const tests = sources.filter(({ path }) => held.test(path));
  assert(tests.length > 50);
  for (const { path, text } of tests) {
    assertEquals(words.exec(text)?.[0], undefined, path);
  }
});

Deno.test("nothing names a machine's folders or a registry's host", () => {
  const own = ROOT.pathname.replace(/\/$/, "");
  const places = /(^|[^\w.])\/(home|Users|root)\/\w|registry\.(\w+\.)?\w+|\bjsr\.(io|test)\b/;
  for (const { path, text } of files) {
    assert(own.length < 6 || !text.includes(own), path);
    assertEquals(places.exec(text)?.[0], undefined, path);
  }
});

/** What is in the repository, by and large: without what is generated. */
async function* walk(folder: string): AsyncGenerator<{ path: string; text: string }> {
  for await (const { name, isDirectory } of Deno.readDir(new URL(encodeURI(folder) || ".", ROOT))) {
    const path = folder + name;
    if (
      /^(\.git|node_modules|_fresh|client\.js|deno\.\w+\.(json|lock)|.*\.(sqlite.*|png|jpe?g|ico|woff2))$/.test(name)
    ) {
      continue;
    }
    if (isDirectory) yield* walk(`${path}/`);
    else yield { path, text: await Deno.readTextFile(new URL(encodeURI(path), ROOT)) };
  }
}

function partOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((part) => path.startsWith(part));
}

function specifiersIn(text: string): string[] {
  return Array.from(text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g), ([, specifier]) => specifier!);
}

function localImports(path: string, text: string): string[] {
  return specifiersIn(text).filter((specifier) => /^(@\/|\.)/.test(specifier)).map((specifier) =>
    specifier.startsWith("@/") ? specifier.slice(2) : new URL(specifier, `file:///${path}`).pathname.slice(1)
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
}

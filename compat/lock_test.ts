import { assert, assertEquals } from "@std/assert";

interface Lock {
  specifiers: Record<string, string>;
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await Deno.readTextFile(new URL(path, import.meta.url)));
}

Deno.test("deno.lock and compat/deno.lock pin the same versions of what the project imports", async () => {
  const { imports } = await readJson<{ imports: Record<string, string> }>("../deno.json");
  const real = await readJson<Lock>("../deno.lock");
  const compat = await readJson<Lock>("deno.lock");
  for (const specifier of Object.values(imports).filter((it) => it.startsWith("npm:"))) {
    const [pinned, inCompat] = [real, compat].map(({ specifiers }) => specifiers[specifier]?.split("_")[0]);
    assert(pinned, `Cannot find in deno.lock: ${specifier}`);
    // A package only the product uses gets there with the first run that loads it.
    if (inCompat) assertEquals(inCompat, pinned, specifier);
  }
});

Deno.test("the lock files name no registry's host", async () => {
  for (const path of ["../deno.lock", "deno.lock"]) {
    const text = await Deno.readTextFile(new URL(path, import.meta.url));
    assertEquals(text.includes("://"), false, path);
  }
});

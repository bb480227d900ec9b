import { assert, assertEquals, assertInstanceOf } from "@std/assert";
import { CLOSE_CODES, Refusal, refusalCodeOf, REFUSALS, TITLES, toProblem } from "@/lib/protocol/mod.ts";

/** The tests of what the server responds or throws. */
const SERVER_TESTS = ["../../routes/", "../server/", "../../hostile/"].map((folder) =>
  new URL(folder, import.meta.url)
);

Deno.test("A test of the server provokes each of REFUSALS and names its status or its close code", async () => {
  const seen = new Set<string>();
  for (const folder of SERVER_TESTS) {
    for await (const text of readTests(folder)) {
      for (const [, before, code, after] of text.matchAll(/(?:\b(\d{3,4}), )?"([a-z-]+)"(?:, (\d{3})\b)?/g)) {
        seen.add(`${code} ${before}`).add(`${code} ${after}`);
      }
    }
  }
  const closeCodes: Record<string, number> = CLOSE_CODES;
  const unseen = Object.entries(REFUSALS).filter(([code, status]) =>
    !seen.has(`${code} ${status}`) && !seen.has(`${code} ${closeCodes[code]}`)
  );
  assertEquals(unseen, []);
});

Deno.test("TITLES has a title of its own for each, without a final period", () => {
  const titles = Object.values(TITLES);
  assertEquals(new Set(titles).size, titles.length);
  for (const title of titles) assert(/^[A-Z].*[^.]$/.test(title), title);
});

Deno.test("Refusal is an error with the status of its code, or another one", () => {
  const refusal = new Refusal("no-offer", "Cannot read");
  assertInstanceOf(refusal, Error);
  assertEquals([refusal.name, refusal.message, refusal.status], ["Refusal", "Cannot read", 404]);
  assertEquals(new Refusal("no-offer", "Cannot answer", { status: 409 }).status, 409);
});

Deno.test("toProblem() says what was refused and its limit, and nothing of headers", () => {
  const refusal = new Refusal("too-large", "Cannot take it", { limit: 5, retryAfter: 1, allow: ["GET"] });
  assertEquals(toProblem(refusal), {
    type: "/problems#too-large",
    title: "This is larger than the server accepts",
    status: 413,
    detail: "Cannot take it",
    limit: 5,
  });
  assertEquals("limit" in toProblem(new Refusal("busy", "Cannot write")), false);
});

Deno.test("refusalCodeOf() reads back what toProblem() wrote", () => {
  for (const code of Object.keys(REFUSALS) as (keyof typeof REFUSALS)[]) {
    assertEquals(refusalCodeOf(toProblem(new Refusal(code, "Cannot"))), code);
  }
  assertEquals(refusalCodeOf({ type: "https://toucan.test/problems#no-offer" }), "no-offer");
});

for (const value of [null, undefined, 5, "no-offer", {}, { type: 5 }, { type: "about:blank" }, { type: "#toString" }]) {
  Deno.test(`refusalCodeOf() knows no code in ${Deno.inspect(value)}`, () => {
    assertEquals(refusalCodeOf(value), undefined);
  });
}

async function* readTests(folder: URL): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) yield* readTests(new URL(`${name}/`, folder));
    else if (name.endsWith("_test.ts")) yield await Deno.readTextFile(new URL(name, folder));
  }
}

/**
 * Defines a test that needs something installed. Where that is `missing`, which says how to get it, the test is skipped
 * with one line; with `CI=true` it fails.
 */
export function testThatNeeds(missing: string | undefined, test: Deno.TestDefinition): void {
  if (missing === undefined) Deno.test(test);
  else if (Deno.env.get("CI") === "true") {
    Deno.test({ ...test, fn: () => Promise.reject(new Error(`Cannot run: ${missing}`)) });
  } else Deno.test({ ...test, name: `${test.name} (skipped: ${missing})`, ignore: true });
}

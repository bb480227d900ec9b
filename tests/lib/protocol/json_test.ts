import { parseJson, propertiesOf } from "@/lib/protocol/mod.ts";
import { assertEquals } from "@std/assert";

Deno.test("parseJson() returns undefined for invalid JSON", () => {
  assertEquals([parseJson(`{"a": [1]}`), parseJson("null"), parseJson("{"), parseJson("")], [
    { a: [1] },
    null,
    undefined,
    undefined,
  ]);
});

Deno.test("propertiesOf() returns no properties of a value that isn't an object", () => {
  assertEquals([{ a: 1 }, null, undefined, "text", 1].map(propertiesOf), [{ a: 1 }, {}, {}, {}, {}]);
});

import {
  assertEquals,
  AssertionError,
  assertNotEquals,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { stripVTControlCharacters } from "node:util";

class Point {
  constructor(public x: number) {}
}

const loop: { self?: unknown } = {};
loop.self = loop;
const otherLoop: { self?: unknown } = {};
otherLoop.self = otherLoop;

const EQUAL: [name: string, a: unknown, b: unknown][] = [
  ["NaN", NaN, NaN],
  ["zeros", 0, -0],
  ["nested", { a: [1, { b: null }] }, { a: [1, { b: null }] }],
  ["the order of keys", { a: 1, b: 2 }, { b: 2, a: 1 }],
  ["an object without a prototype", Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  ["dates", new Date(5), new Date(5)],
  ["invalid dates", new Date(NaN), new Date(NaN)],
  ["patterns", /a/g, /a/g],
  ["URLs", new URL("http://a/b"), new URL("http://a/b")],
  ["sets", new Set([1, 2]), new Set([2, 1])],
  ["sets of objects", new Set([{ a: 1 }, { b: 2 }]), new Set([{ b: 2 }, { a: 1 }])],
  ["maps", new Map([["a", { b: 1 }]]), new Map([["a", { b: 1 }]])],
  ["maps by objects", new Map([[{ a: 1 }, 1]]), new Map([[{ a: 1 }, 1]])],
  ["bytes", new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  ["buffers", new Uint8Array([1]).buffer, new Uint8Array([1]).buffer],
  ["symbols as keys", { [Symbol.iterator]: 1 }, { [Symbol.iterator]: 1 }],
  ["instances", new Point(1), new Point(1)],
  ["loops", loop, otherLoop],
  ["search parameters", new URLSearchParams("a=1"), new URLSearchParams("a=1")],
];

const DIFFERENT: [name: string, a: unknown, b: unknown][] = [
  ["types", 1, "1"],
  ["null and undefined", null, undefined],
  ["null and an object", null, {}],
  ["undefined and missing", { a: undefined }, {}],
  ["undefined and missing, under another name", { a: undefined }, { b: undefined }],
  ["holes and undefined", [, 1], [undefined, 1]],
  ["lengths", [1], [1, 2]],
  ["arrays and objects", [], {}],
  ["dates", new Date(5), new Date(6)],
  ["patterns' flags", /a/g, /a/i],
  ["sets", new Set([1]), new Set([2])],
  ["maps' values", new Map([["a", 1]]), new Map([["a", 2]])],
  ["maps' keys", new Map([["a", 1]]), new Map([["b", 1]])],
  ["bytes", new Uint8Array([1]), new Uint8Array([2])],
  ["kinds of bytes", new Uint8Array([1]), new Int8Array([1])],
  ["classes", new Point(1), { x: 1 }],
  ["instances", new Point(1), new Point(2)],
  ["symbols as keys", { [Symbol.iterator]: 1 }, { [Symbol.iterator]: 2 }],
  ["functions", () => 1, () => 1],
  ["errors", new Error("a"), new Error("b")],
  ["URLs", new URL("http://a/b"), new URL("http://a/c")],
];

for (const [name, a, b] of EQUAL) {
  Deno.test(`assertEquals() takes for equal: ${name}`, () => {
    assertEquals(a, b);
    assertEquals(b, a);
    assertThrows(() => assertNotEquals(a, b), AssertionError);
  });
}

for (const [name, a, b] of DIFFERENT) {
  Deno.test(`assertEquals() tells apart: ${name}`, () => {
    assertThrows(() => assertEquals(a, b), AssertionError);
    assertThrows(() => assertEquals(b, a), AssertionError);
    assertNotEquals(a, b);
  });
}

Deno.test("assertEquals() shows what came and what was expected, line by line", () => {
  const error = assertThrows(() => assertEquals({ a: 1, b: [2] }, { a: 1, b: [3] }, "why"), AssertionError);
  // Where colours are on, there are some in the message.
  const message = stripVTControlCharacters(error.message);
  assertStringIncludes(message, "Values are not equal: why");
  assertStringIncludes(message, "[Diff] Actual / Expected");
  const lines = message.split("\n").map((line) => line.trimEnd());
  assertEquals(lines.filter((line) => /^[-+]/.test(line)), ["-       2,", "+       3,"]);
});

Deno.test("assertEquals() refuses to compare what can't be looked into", () => {
  assertThrows(() => assertEquals(new WeakMap(), new WeakMap()), TypeError, "Cannot compare WeakMap instances");
});

Deno.test("assertStrictEquals() wants the same reference", () => {
  assertStrictEquals(loop, loop);
  assertStrictEquals(NaN, NaN);
  assertThrows(() => assertStrictEquals(0, -0), AssertionError, "Values are not strictly equal");
  assertThrows(
    () => assertStrictEquals({ a: 1 }, { a: 1 }),
    AssertionError,
    "Values have the same structure but are not reference-equal",
  );
});

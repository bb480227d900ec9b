import {
  assert,
  assertEquals,
  assertExists,
  assertFalse,
  assertGreater,
  assertGreaterOrEqual,
  assertInstanceOf,
  AssertionError,
  assertLess,
  assertLessOrEqual,
  assertMatch,
  assertNotMatch,
  assertRejects,
  assertStringIncludes,
  assertThrows,
  fail,
} from "@std/assert";

const FAILURES: [name: string, run: () => void, message: string][] = [
  ["assert()", () => assert(0, "why"), "why"],
  ["assertFalse()", () => assertFalse(1, "why"), "why"],
  ["assertExists()", () => assertExists(null, "why"), `Expected actual: "null" to not be null or undefined: why`],
  ["assertStringIncludes()", () => assertStringIncludes("a", "b"), `Expected actual: "a" to contain: "b".`],
  ["assertMatch()", () => assertMatch("a", /b/), `Expected actual: "a" to match: "/b/".`],
  ["assertNotMatch()", () => assertNotMatch("a", /a/), `Expected actual: "a" to not match: "/a/".`],
  ["assertGreater()", () => assertGreater(1, 1), "Expect 1 > 1"],
  ["assertGreaterOrEqual()", () => assertGreaterOrEqual(1, 2), "Expect 1 >= 2"],
  ["assertLess()", () => assertLess(1, 1), "Expect 1 < 1"],
  ["assertLessOrEqual()", () => assertLessOrEqual(2, 1), "Expect 2 <= 1"],
  ["assertInstanceOf()", () => assertInstanceOf([], Date), `Expected object to be an instance of "Date"`],
  ["fail()", () => fail("why"), "Failed assertion: why"],
  ["assertThrows()", () => void assertThrows(() => 1), "Expected function to throw."],
];

for (const [name, run, message] of FAILURES) {
  Deno.test(`${name} says what is wrong`, () => {
    const error = assertThrows(run, AssertionError, message);
    assertEquals(error.name, "AssertionError");
  });
}

Deno.test("the assertions let pass what holds", () => {
  assert("x");
  assertFalse(0);
  assertExists(0);
  assertStringIncludes("abc", "b");
  assertMatch("abc", /b/);
  assertNotMatch("abc", /d/);
  assertGreater(2, 1);
  assertGreaterOrEqual(2, 2);
  assertLess(1, 2);
  assertLessOrEqual(2, 2);
  assertInstanceOf(new RangeError(), Error);
});

Deno.test("assertThrows() returns the error, once its class and message are right", () => {
  const fault = new RangeError("too far");
  const run = () => {
    throw fault;
  };
  assertEquals(assertThrows(run, RangeError, "far"), fault);
  assertEquals(assertThrows(run, Error), fault);
  assertEquals(assertThrows(run), fault);
  assertThrows(() => assertThrows(run, TypeError), AssertionError, `Expected error to be instance of "TypeError"`);
  assertThrows(() => assertThrows(run, RangeError, "near"), AssertionError, "Expected error message to include");
});

Deno.test("assertRejects() wants a rejection, not an exception", async () => {
  const fault = new RangeError("too far");
  assertEquals(await assertRejects(() => Promise.reject(fault), RangeError, "far"), fault);
  await assertRejects(() => assertRejects(() => Promise.resolve()), AssertionError, "Expected function to reject");
  await assertRejects(
    () =>
      assertRejects(() => {
        throw fault;
      }),
    AssertionError,
    "Function throws when expected to reject",
  );
  await assertRejects(() => assertRejects(() => Promise.reject(fault), TypeError), AssertionError);
  await assertRejects(
    () => assertRejects(() => Promise.reject("text"), Error),
    AssertionError,
    "A non-Error object was rejected",
  );
});

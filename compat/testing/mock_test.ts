import { assertEquals, AssertionError, assertThrows } from "@std/assert";
import { assertSpyCalls, spy, stub } from "@std/testing/mock";

Deno.test("spy() remembers how it was called", () => {
  const add = spy((a: number, b: number) => a + b);
  assertEquals(add(1, 2), 3);
  assertSpyCalls(add, 1);
  assertEquals(add.calls[0]?.args, [1, 2]);
  assertEquals(add.calls[0]?.returned, 3);
  assertThrows(() => assertSpyCalls(add, 2), AssertionError);
});

Deno.test("stub() takes a method's place until it is restored", () => {
  const bird = { sing: (times: number) => "tweet".repeat(times) };
  {
    using sing = stub(bird, "sing", (times) => `quiet ${times}`);
    assertEquals(bird.sing(2), "quiet 2");
    assertSpyCalls(sing, 1);
    assertEquals(sing.calls[0]?.args, [2]);
  }
  assertEquals(bird.sing(1), "tweet");
});

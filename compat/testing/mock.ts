import { AssertionError } from "@std/assert";

export interface SpyCall<Args extends unknown[], Return> {
  args: Args;
  returned?: Return;
  error?: Error;
}

/** A function that remembers how it was called. */
export interface Spy<Args extends unknown[], Return> {
  (...args: Args): Return;
  calls: SpyCall<Args, Return>[];
}

export interface Stub<Args extends unknown[], Return> extends Spy<Args, Return> {
  restore(): void;
  [Symbol.dispose](): void;
}

export function spy<Args extends unknown[], Return>(
  func?: (...args: Args) => Return,
): Spy<Args, Return> {
  const calls: SpyCall<Args, Return>[] = [];
  function spied(this: unknown, ...args: Args): Return {
    const call: SpyCall<Args, Return> = { args };
    calls.push(call);
    try {
      const returned = func?.apply(this, args) as Return;
      call.returned = returned;
      return returned;
    } catch (error) {
      call.error = error as Error;
      throw error;
    }
  }
  return Object.assign(spied, { calls });
}

/** Puts a spy in a method's place until it is restored. */
export function stub<
  Self,
  Name extends keyof Self,
  Args extends unknown[] = Self[Name] extends (...args: infer A) => unknown ? A
    : never,
  Return = Self[Name] extends (...args: never) => infer R ? R : never,
>(
  self: Self,
  name: Name,
  func?: (this: Self, ...args: Args) => Return,
): Stub<Args, Return> {
  const original = Object.getOwnPropertyDescriptor(self, name);
  const spied = spy(func as (...args: Args) => Return);
  Object.defineProperty(self, name, {
    value: spied,
    configurable: true,
    writable: true,
  });
  const restore = () => {
    if (original) Object.defineProperty(self, name, original);
    else delete self[name];
  };
  return Object.assign(spied, { restore, [Symbol.dispose]: restore });
}

export function assertSpyCalls<Args extends unknown[], Return>(
  spied: Spy<Args, Return>,
  expected: number,
): void {
  const actual = spied.calls.length;
  if (actual === expected) return;
  throw new AssertionError(
    `Spy ${actual < expected ? "not " : ""}called ${
      actual < expected ? "as much as" : "more than"
    } expected: expected ${expected}, received ${actual}`,
  );
}

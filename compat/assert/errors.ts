import { AssertionError, failWith } from "./truth.ts";

// A class can have a constructor of any kind, and be abstract.
// deno-lint-ignore no-explicit-any
type Class<T> = abstract new (...args: any[]) => T;

export function assertThrows(fn: () => unknown, msg?: string): unknown;
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: Class<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows(
  fn: () => unknown,
  first?: Class<Error> | string,
  second?: string,
  third?: string,
): unknown {
  const expected = parse(first, second, third);
  try {
    fn();
  } catch (error) {
    return checkError(error, expected, "thrown");
  }
  failWith("Expected function to throw", expected.msg);
}

export function assertRejects(
  fn: () => PromiseLike<unknown>,
  msg?: string,
): Promise<unknown>;
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: Class<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects(
  fn: () => PromiseLike<unknown>,
  first?: Class<Error> | string,
  second?: string,
  third?: string,
): Promise<unknown> {
  const expected = parse(first, second, third);
  let promise: PromiseLike<unknown> | undefined;
  try {
    promise = fn();
  } catch {
    // Said below: it has to reject, not to throw.
  }
  if (typeof promise?.then !== "function") {
    failWith("Function throws when expected to reject", expected.msg);
  }
  try {
    await promise;
  } catch (error) {
    return checkError(error, expected, "rejected");
  }
  failWith("Expected function to reject", expected.msg);
}

export function assertInstanceOf<T>(
  actual: unknown,
  ExpectedType: Class<T>,
  msg?: string,
): asserts actual is T {
  if (actual instanceof ExpectedType) return;
  failWith(
    `Expected object to be an instance of "${ExpectedType.name}" but was "${describe(actual)}"`,
    msg,
  );
}

interface Expected {
  ErrorClass?: Class<Error> | undefined;
  msgIncludes?: string | undefined;
  msg?: string | undefined;
}

function parse(first?: Class<Error> | string, msgIncludes?: string, msg?: string): Expected {
  return typeof first === "string" ? { msg: first } : { ErrorClass: first, msgIncludes, msg };
}

function checkError(
  error: unknown,
  { ErrorClass, msgIncludes, msg }: Expected,
  how: "thrown" | "rejected",
): unknown {
  if (ErrorClass === undefined) return error;
  if (!(error instanceof Error)) {
    failWith(`A non-Error object was ${how}`, msg);
  }
  if (!(error instanceof ErrorClass)) {
    failWith(
      `Expected error to be instance of "${ErrorClass.name}", but was "${describe(error)}"`,
      msg,
    );
  }
  if (msgIncludes !== undefined && !error.message.includes(msgIncludes)) {
    throw new AssertionError(
      `Expected error message to include ${JSON.stringify(msgIncludes)}, but got ${JSON.stringify(error.message)}${
        msg ? `: ${msg}` : "."
      }`,
    );
  }
  return error;
}

function describe(value: unknown): string {
  return value === null || value === undefined ? String(value) : value.constructor?.name ?? typeof value;
}

export class AssertionError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AssertionError";
  }
}

/** Ends what went wrong in a full stop, or in a reason of the test's own. */
export function failWith(message: string, reason?: string): never {
  throw new AssertionError(`${message}${reason ? `: ${reason}` : "."}`);
}

export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

export function assertFalse(expr: unknown, msg = ""): void {
  if (expr) throw new AssertionError(msg);
}

export function assertExists<T>(
  actual: T,
  msg?: string,
): asserts actual is NonNullable<T> {
  if (actual === undefined || actual === null) {
    failWith(
      `Expected actual: "${actual}" to not be null or undefined`,
      msg,
    );
  }
}

export function fail(msg?: string): never {
  failWith("Failed assertion", msg);
}

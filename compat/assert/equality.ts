import { equal } from "./equal.ts";
import { formatDiff, formatValue } from "./format.ts";
import { AssertionError, failWith } from "./truth.ts";

export { equal };

export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  if (equal(actual, expected)) return;
  throw new AssertionError(
    `Values are not equal${msg ? `: ${msg}` : "."}\n${formatDiff(actual, expected)}`,
  );
}

export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!equal(actual, expected)) return;
  failWith(
    `Expected actual: ${formatValue(actual)} not to be: ${formatValue(expected)}`,
    msg,
  );
}

export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  if (Object.is(actual, expected)) return;
  const reason = formatValue(actual) === formatValue(expected)
    ? "Values have the same structure but are not reference-equal"
    : "Values are not strictly equal";
  throw new AssertionError(
    `${reason}${msg ? `: ${msg}` : "."}\n${formatDiff(actual, expected)}`,
  );
}

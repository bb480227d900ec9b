import { failWith } from "./truth.ts";

export function assertStringIncludes(
  actual: string,
  expected: string,
  msg?: string,
): void {
  if (actual.includes(expected)) return;
  failWith(`Expected actual: "${actual}" to contain: "${expected}"`, msg);
}

export function assertMatch(
  actual: string,
  expected: RegExp,
  msg?: string,
): void {
  if (expected.test(actual)) return;
  failWith(`Expected actual: "${actual}" to match: "${expected}"`, msg);
}

export function assertNotMatch(
  actual: string,
  expected: RegExp,
  msg?: string,
): void {
  if (!expected.test(actual)) return;
  failWith(`Expected actual: "${actual}" to not match: "${expected}"`, msg);
}

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

/** Compares only what `expected` has, and arrays only as far as it goes. */
export function assertObjectMatch(
  actual: object,
  expected: Record<PropertyKey, unknown>,
  msg?: string,
): void {
  assertEquals<unknown>(
    pick(actual, expected, new Map()),
    pick(expected, expected, new Map()),
    msg,
  );
}

/** What `value` has of what `pattern` has, as plain objects, arrays and maps. */
function pick(
  value: unknown,
  pattern: unknown,
  seen: Map<unknown, unknown>,
): unknown {
  if (!isContainer(value) || !isContainer(pattern)) return value;
  if (seen.has(value)) return seen.get(value);
  if (Array.isArray(value) && Array.isArray(pattern)) {
    const items: unknown[] = [];
    seen.set(value, items);
    const count = Math.min(value.length, pattern.length);
    for (let i = 0; i < count; i++) {
      items.push(pick(value[i], pattern[i], seen));
    }
    return items;
  }
  const picked: Record<PropertyKey, unknown> = {};
  seen.set(value, picked);
  for (const key of Reflect.ownKeys(pattern)) {
    if (!Object.hasOwn(value, key)) continue;
    picked[key] = pick(Reflect.get(value, key), Reflect.get(pattern, key), seen);
  }
  return picked;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null &&
    !ATOMS.some((type) => value instanceof type);
}

const ATOMS = [Date, RegExp, Map, Set];

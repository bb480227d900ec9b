/** Deep equality of what both values hold; functions and promises are equal only to themselves. */
export function equal(a: unknown, b: unknown): boolean {
  return compare(a, b, new Map());
}

type Seen = Map<object, object>;

function compare(a: unknown, b: unknown, seen: Seen): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (prototypeOf(a) !== prototypeOf(b)) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);

  if (a instanceof WeakMap || a instanceof WeakSet) {
    throw new TypeError(`Cannot compare ${a[Symbol.toStringTag]} instances`);
  }
  if (a instanceof Date) return Object.is(a.getTime(), (b as Date).getTime());
  if (a instanceof Set || a instanceof Map) {
    return compareEntries([...a], [...(b as typeof a)], seen);
  }
  if (ArrayBuffer.isView(a) || a instanceof ArrayBuffer) {
    return compareElements(elementsOf(a), elementsOf(b as typeof a));
  }
  if (TEXTUAL.some((type) => a instanceof type)) return String(a) === String(b);
  return compareProperties(a, b, seen);
}

const TEXTUAL = [RegExp, URL, URLSearchParams];

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** An object without a prototype counts as a plain one. */
function prototypeOf(value: object): unknown {
  return Object.getPrototypeOf(value) ?? Object.prototype;
}

function elementsOf(value: ArrayBufferView | ArrayBuffer): unknown[] {
  if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
  return Array.from(value as Uint8Array);
}

function compareElements(a: unknown[], b: unknown[]): boolean {
  return a.length === b.length &&
    a.every((item, i) => item === b[i] || Object.is(item, b[i]));
}

/** Of sets and maps: each has its like in the other, in whatever order. */
function compareEntries(a: unknown[], b: unknown[], seen: Seen): boolean {
  if (a.length !== b.length) return false;
  return a.every((entry) => b.some((other) => compare(entry, other, seen)));
}

/** A property that is undefined differs from one that is missing. */
function compareProperties(a: object, b: object, seen: Seen): boolean {
  if (Object.keys(a).length !== Object.keys(b).length) return false;
  const keys = new Set([...keysOf(a), ...keysOf(b)]);
  for (const key of keys) {
    if (key in a !== key in b) return false;
    if (!compare(Reflect.get(a, key), Reflect.get(b, key), seen)) return false;
  }
  return true;
}

/** Of instances of classes also what is hidden, and their getters. */
function keysOf(value: object): PropertyKey[] {
  const prototype = prototypeOf(value);
  if (prototype === Object.prototype || prototype === Array.prototype) {
    return Reflect.ownKeys({ ...value });
  }
  const keys: PropertyKey[] = [];
  for (
    let object: object | null = value;
    object !== null && object !== Object.prototype;
    object = Object.getPrototypeOf(object)
  ) keys.push(...Reflect.ownKeys(object));
  return keys;
}

/** Makes a function that works a value out once for each object, and remembers it as long as the object lives. */
export function rememberEach<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) known.set(key, found = { value: work(key) });
    return found.value;
  };
}

/** Makes a function that works a value out again only for another object than the last one. */
export function rememberLast<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  let last: { key: Key; value: Value } | undefined;
  return (key) => (last?.key === key ? last : last = { key, value: work(key) }).value;
}

/** Makes a function that works a value out once for each object, and remembers it as long as the object lives. */
export function once<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) known.set(key, found = { value: work(key) });
    return found.value;
  };
}

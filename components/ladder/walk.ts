/** Returns the row that a key moves to from `here`; `undefined` for other keys. */
export function walk(keys: readonly number[], here: number, key: string): number | undefined {
  const index = keys.indexOf(here);
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      return keys[index + 1];
    case "ArrowUp":
    case "ArrowLeft":
      return keys[index - 1];
    case "Home":
      return keys[0];
    case "End":
      return keys.at(-1);
  }
}

/** Returns the step that a key moves to, 0 for all; `undefined` for other keys. */
export function stepByKey(key: string, step: number, steps: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return Math.min(step + 1, steps);
    case "ArrowLeft":
      return Math.max(step - 1, 0);
    case "Home":
      return 0;
    case "End":
      return steps;
  }
}

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

/** Scrolls to the figure's last row if it isn't in view. */
export function showRow(frame: Element | null): void {
  const row = frame?.querySelector(".ladder-rows > .row:last-child");
  if (!row) return;
  const { top, bottom } = row.getBoundingClientRect();
  // On narrow screens, the card covers the lower part.
  if (top < innerHeight * 0.1 || bottom > innerHeight * 0.55) row.scrollIntoView({ block: "center" });
}

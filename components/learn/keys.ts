/** Where a key leads from a step, 0 for all; `undefined` where it leads nowhere. */
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

/** Scrolls to the figure's last row where it isn't in sight. */
export function showRow(frame: Element | null): void {
  const row = frame?.querySelector(".ladder-rows > .row:last-child");
  if (!row) return;
  const { top, bottom } = row.getBoundingClientRect();
  // On narrow screens the card covers the lower part.
  if (top < innerHeight * 0.1 || bottom > innerHeight * 0.55) row.scrollIntoView({ block: "center" });
}

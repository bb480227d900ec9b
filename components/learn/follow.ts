import { NARROW } from "@/components/ladder/reveal.ts";

/** Pixels between the card and the edge of the window. */
const MARGIN_PX = 8;

/**
 * Scrolls to the figure's last row after a step. Where the card stands below the figure, it moves with each step: it is
 * kept where it was, `cardBottom` pixels from the window's top, so that its buttons stay below the finger.
 */
export function follow(row: Element, card: Element, cardBottom: number): void {
  const { top, bottom } = row.getBoundingClientRect();
  // The names of the lifelines cover this much.
  const headsPx = Number.parseFloat(getComputedStyle(row).scrollMarginBlockStart);
  if (!matchMedia(NARROW).matches) {
    if (top < headsPx || bottom > innerHeight - MARGIN_PX) row.scrollIntoView({ block: "center", behavior: "instant" });
    return;
  }
  const below = card.getBoundingClientRect().bottom;
  const kept = Math.max(below - cardBottom, below - innerHeight + MARGIN_PX);
  scrollBy({ top: Math.min(kept, top - headsPx), behavior: "instant" });
}

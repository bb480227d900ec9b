/** Scrolls to a row that is about to be explained, if the inspector will open as a sheet over the lower part. */
export function reveal(row: Element): void {
  const isSheet = matchMedia(NARROW).matches || row.closest(".talking") !== null;
  if (isSheet) row.scrollIntoView({ block: "start", behavior: "instant" });
}

/** As in `inspector.css` and `learn.css`. */
export const NARROW = "(width < 48rem)";

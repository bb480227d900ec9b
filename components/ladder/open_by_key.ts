/** Makes Enter and the space bar click the focused arrow of the figure. */
export function openByKey(event: KeyboardEvent): void {
  if (event.key !== "Enter" && event.key !== " ") return;
  const arrow = (event.target as Element).closest("[data-key]");
  if (arrow === null) return;
  event.preventDefault();
  arrow.dispatchEvent(new MouseEvent("click", { bubbles: true }));
}

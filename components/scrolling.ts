/** How near to its first or last message a reader has to be for more to be drawn, in CSS pixels. */
const NEAR_PX = 300;

/** Shows the end of what an element scrolls. */
export function scrollToEnd(element: HTMLElement): void {
  element.scrollTop = element.scrollHeight;
}

/** Whether the end is in view. */
export function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  // Browsers round the three differently, and a line short of the end is still the end to a reader.
  return scrollHeight - scrollTop - clientHeight < 24;
}

/** The edge that a reader comes near to, if any. */
export function nearEdge({ scrollHeight, scrollTop, clientHeight }: HTMLElement): "start" | "end" | undefined {
  if (scrollTop < NEAR_PX) return "start";
  return scrollHeight - scrollTop - clientHeight < NEAR_PX ? "end" : undefined;
}

/** Remembers where something is in an element that scrolls, and gives what brings it back there. */
export function stayAt(element: HTMLElement, anchor: HTMLElement | null): () => void {
  const top = anchor?.getBoundingClientRect().top ?? 0;
  return () => {
    if (anchor?.isConnected) element.scrollTop += anchor.getBoundingClientRect().top - top;
  };
}

/** Moves the focus from the button of one message to that of the next or the one before. */
export function onArrowKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches("li button") || !/^Arrow(Up|Down)$/.test(key)) return;
  const item = target.closest("li");
  const next = key === "ArrowUp" ? item?.previousElementSibling : item?.nextElementSibling;
  next?.querySelector<HTMLElement>("button.copy")?.focus();
  event.preventDefault();
}

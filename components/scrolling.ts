/** How close to the first or last message more messages are drawn, in CSS pixels. */
const NEAR_PX = 300;

/** Scrolls an element to its end. */
export function scrollToEnd(element: HTMLElement): void {
  element.scrollTop = element.scrollHeight;
}

/** Whether an element is scrolled to its end. */
export function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  // Browsers round the three differently, and to a reader a line short of the end is still the end.
  return scrollHeight - scrollTop - clientHeight < 24;
}

/** Returns the edge that the reader is close to, if any. */
export function nearEdge({ scrollHeight, scrollTop, clientHeight }: HTMLElement): "start" | "end" | undefined {
  if (scrollTop < NEAR_PX) return "start";
  return scrollHeight - scrollTop - clientHeight < NEAR_PX ? "end" : undefined;
}

/** Returns a function that scrolls an element so that `anchor` is where it is now. */
export function stayAt(element: HTMLElement, anchor: HTMLElement | null): () => void {
  const top = anchor?.getBoundingClientRect().top ?? 0;
  return () => {
    if (anchor?.isConnected) element.scrollTop += anchor.getBoundingClientRect().top - top;
  };
}

/** Returns the first of the items in an element's view. */
export function firstInView(element: HTMLElement): HTMLElement | null {
  const { top } = element.getBoundingClientRect();
  const items = Array.from(element.querySelectorAll<HTMLElement>("li"));
  return items.find((item) => item.getBoundingClientRect().bottom > top) ?? null;
}

/** Moves the focus from a message's button to that of the next or previous message. */
export function onArrowKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches(".message button") || !/^Arrow(Up|Down)$/.test(key)) return;
  const step = key === "ArrowUp" ? "previousElementSibling" : "nextElementSibling";
  let next = target.closest("li")?.[step];
  // There are files among the messages.
  while (next?.matches(":not(.message)")) next = next[step];
  next?.querySelector<HTMLElement>("button.copy")?.focus();
  event.preventDefault();
}

/** Up to which length a text is shown in full, and how much of a longer one, in UTF-16 code units. */
const CHARS = { whole: 6_000, folded: 3_000 } as const;

/** Shortens a long text, which would take long to lay out and to scroll past. */
export function foldText(text: string): { text: string; isFolded: boolean } {
  if (text.length <= CHARS.whole) return { text, isFolded: false };
  // Doesn't split a surrogate pair.
  const end = text.codePointAt(CHARS.folded - 1)! > 0xffff ? CHARS.folded - 1 : CHARS.folded;
  return { text: `${text.slice(0, end)}…`, isFolded: true };
}

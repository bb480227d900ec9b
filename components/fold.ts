/** How long a text is drawn as a whole, and how much of a longer one is, in UTF-16 code units. */
const CHARS = { whole: 6_000, folded: 3_000 } as const;

/** What is drawn of a text at first: a long one takes long to lay out, and a reader long to scroll past. */
export function foldText(text: string): { text: string; isFolded: boolean } {
  if (text.length <= CHARS.whole) return { text, isFolded: false };
  // Half of a surrogate pair is no character.
  const end = text.codePointAt(CHARS.folded - 1)! > 0xffff ? CHARS.folded - 1 : CHARS.folded;
  return { text: `${text.slice(0, end)}…`, isFolded: true };
}

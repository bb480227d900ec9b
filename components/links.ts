/** A part of a text: plain, or the address of a link. */
export type Piece = string | { readonly href: string };

/** How many links a text has at most; further ones stay plain. */
export const MAX_LINKS = 500;

/** The length of the longest address, in UTF-16 code units. */
const MAX_CHARS = 2_048;

const START = /(?<!\w)(?:https?:\/\/|mailto:)/giu;

/** Characters that no one sees, some of which reorder the others. */
const UNSEEN = String.raw`\0-\x08\x0e-\x1f\x7f-\x9f\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}`;
const IS_UNSEEN = new RegExp(`[${UNSEEN}]`, "u");

/** An address: without `"`, `<`, `>`, backticks and punctuation other than ASCII. What is unseen belongs to it, and spoils it. */
const RUN = new RegExp(String.raw`[!#-;=?-_a-~\p{L}\p{M}\p{N}${UNSEEN}]*`, "uy");

/** Scheme, host and port, all in ASCII: letters of other scripts can pass for Latin ones. */
const ORIGIN = /^https?:\/\/[\w.:[\]-]+(?=[/?#]|$)/i;

/** One mailbox and no parameters, with which a mail program may do more than the reader expects. */
const MAILBOX = /^mailto:[\w.+-]+@[a-z0-9.-]+$/i;

/**
 * Finds the links in a text, in linear time; joined, the pieces are the text. The reader sees where a link leads: an
 * address that the browser would read differently, such as one with a password or a hidden character, stays plain.
 */
export function findLinks(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let links = 0;
  let plain = 0;
  START.lastIndex = 0;
  for (let found = START.exec(text); found !== null && links < MAX_LINKS; found = START.exec(text)) {
    RUN.lastIndex = found.index;
    const run = RUN.exec(text)![0];
    START.lastIndex = RUN.lastIndex;
    const href = run.length > MAX_CHARS ? "" : trim(run);
    if (!isExact(href)) continue;
    if (found.index > plain) pieces.push(text.slice(plain, found.index));
    pieces.push({ href });
    plain = found.index + href.length;
    links++;
  }
  if (plain < text.length) pieces.push(text.slice(plain));
  return pieces;
}

/** Ends an address at a bracket that was opened before it, and removes the punctuation after it. */
function trim(run: string): string {
  const opened: string[] = [];
  let end = 0;
  for (; end < run.length; end++) {
    const character = run.charAt(end);
    const close = CLOSE.get(character);
    if (close !== undefined) opened.push(close);
    else if (/[)\]}]/.test(character) && opened.pop() !== character) break;
  }
  while (/[.,:;!?'*|]/.test(run.charAt(end - 1))) end--;
  return run.slice(0, end);
}

const CLOSE: ReadonlyMap<string, string> = new Map([["(", ")"], ["[", "]"], ["{", "}"]]);

/** Whether the browser reads an address as it is shown, apart from case in its host and letters in its path. */
function isExact(shown: string): boolean {
  if (IS_UNSEEN.test(shown)) return false;
  if (MAILBOX.test(shown)) return true;
  const origin = ORIGIN.exec(shown)?.[0];
  if (origin === undefined) return false;
  const rest = shown.slice(origin.length).replace(/[^\0-\x7f]+/g, encodeURIComponent);
  const href = `${origin.toLowerCase()}${rest.startsWith("/") ? "" : "/"}${rest}`;
  return URL.canParse(href) && new URL(href).href === href;
}

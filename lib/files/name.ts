/** The most that common file systems take, less what a browser adds to tell files of the same name apart. */
const MAX_NAME_BYTES = 200;

/** How much of a longer name is looked at, from its end: composing marks takes the square of their number. */
const MAX_READ_CHARS = 1_024;

/** Controls of C0 and C1, what reverses or hides text (Unicode, section 23.2 and UAX #9), and line separators. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** What Windows takes in no name. */
const FORBIDDEN = /[<>:"|?*]/g;

/** What Windows takes for a device, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** A name that is safe to show and to save under: without folders, deceit, or what a file system doesn't take. */
export function safeName(name: string): string {
  const last = (name.split(/[/\\]/).at(-1) ?? "").slice(-MAX_READ_CHARS).normalize("NFC");
  const short = shorten(trim(last.replace(UNSEEN, "").replace(FORBIDDEN, "_")));
  if (short === "") return "file";
  return DEVICE.test(short) ? `_${short}` : short;
}

/** Without spaces and dots at either end. In a loop: a regular expression looks for the end anew from each of them. */
function trim(name: string): string {
  const isPadding = (index: number) => /[\s.]/.test(name.charAt(index));
  let start = 0;
  let end = name.length;
  while (start < end && isPadding(start)) start++;
  while (end > start && isPadding(end - 1)) end--;
  return name.slice(start, end);
}

/** Cuts before the extension, which says what the file is. */
function shorten(name: string): string {
  const extension = /\.[^.\s]{1,16}$/.exec(name)?.[0] ?? "";
  const stem = Array.from(name.slice(0, name.length - extension.length));
  const encoder = new TextEncoder();
  let room = MAX_NAME_BYTES - encoder.encode(extension).length;
  const kept = stem.findIndex((character) => (room -= encoder.encode(character).length) < 0);
  return (kept < 0 ? name : stem.slice(0, kept).join("").trimEnd() + extension);
}

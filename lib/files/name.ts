/** What common file systems allow, less what a browser appends to tell files of the same name apart. */
const MAX_NAME_BYTES = 200;

/** How much of a name is read, from its end: composing combining marks takes quadratic time. */
const MAX_READ_CHARS = 1_024;

/** C0 and C1 controls, characters that reverse or hide text (Unicode, section 23.2 and UAX #9), and line separators. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** Characters that Windows forbids in names. */
const FORBIDDEN = /[<>:"|?*]/g;

/** Names of Windows devices, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** Makes a name safe to show and to save under: removes folders, deceptive characters, and what file systems forbid. */
export function safeName(name: string): string {
  const last = (name.split(/[/\\]/).at(-1) ?? "").slice(-MAX_READ_CHARS).normalize("NFC");
  const short = shorten(trim(last.replace(UNSEEN, "").replace(FORBIDDEN, "_")));
  if (short === "") return "file";
  return DEVICE.test(short) ? `_${short}` : short;
}

/** Trims spaces and dots. In a loop, since a regular expression would take quadratic time. */
function trim(name: string): string {
  const isPadding = (index: number) => /[\s.]/.test(name.charAt(index));
  let start = 0;
  let end = name.length;
  while (start < end && isPadding(start)) start++;
  while (end > start && isPadding(end - 1)) end--;
  return name.slice(start, end);
}

/** Shortens the name but keeps the extension, which says what the file is. */
function shorten(name: string): string {
  const extension = /\.[^.\s]{1,16}$/.exec(name)?.[0] ?? "";
  const stem = Array.from(name.slice(0, name.length - extension.length));
  const encoder = new TextEncoder();
  let room = MAX_NAME_BYTES - encoder.encode(extension).length;
  const kept = stem.findIndex((character) => (room -= encoder.encode(character).length) < 0);
  return (kept < 0 ? name : stem.slice(0, kept).join("").trimEnd() + extension);
}

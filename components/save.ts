/** Downloads a text as a file. */
export function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  // Firefox reads it only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Stands in the place of a call if the browser runs no scripts, and says why. */
export function NeedsScript({ words }: { words: string }) {
  return (
    <noscript>
      <p class="no-script">{words}</p>
    </noscript>
  );
}

import { Filled } from "./Filled.tsx";

/** Explains why the buttons don't work if the browser runs no scripts. */
export function NeedsScript({ words }: { words: string }) {
  return (
    <noscript>
      <p class="notice">
        <Filled text={words} values={{ path: <code>/rooms/</code> }} />
      </p>
    </noscript>
  );
}

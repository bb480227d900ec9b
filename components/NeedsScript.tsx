import { Filled } from "./Filled.tsx";

/** Says why nothing can be pressed, where the browser runs no scripts. */
export function NeedsScript({ words }: { words: string }) {
  return (
    <noscript>
      <p class="notice">
        <Filled text={words} values={{ path: <code>/rooms/</code> }} />
      </p>
    </noscript>
  );
}

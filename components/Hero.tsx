import type { ComponentChildren } from "preact";

/** The top of a page. The toucan sits on the edge of what follows. */
export function Hero({ children }: { children: ComponentChildren }) {
  return (
    <div class="hero">
      <div>{children}</div>
      <img src="/toucan.svg" alt="" width="136" height="136" />
    </div>
  );
}

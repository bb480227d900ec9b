import { define } from "@/lib/server/define.ts";

/** The html shell around every page. */
export default define.page(({ Component, state }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="description" content="Two browsers, one direct line: a WebRTC signaling server with a chat." />
      <title>{state.title ?? "toucan"}</title>
      <link rel="icon" href="/toucan.svg" type="image/svg+xml" />
      {STYLES.map((name) => <link key={name} rel="stylesheet" href={`/${name}.css`} />)}
    </head>
    <body>
      <a class="skip button" href="#main">Skip to the content</a>
      <header class="masthead">
        <a class="brand" href="/">
          <img src="/toucan.svg" alt="" width="40" height="40" />
          toucan
        </a>
        <nav aria-label="Site">
          <a href="/#how">How it works</a>
          <a href="/problems">Problems</a>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <Component />
      </main>
      <footer class="footer">
        <p>toucan introduces two browsers to each other. What they say then, it never sees.</p>
      </footer>
    </body>
  </html>
));

const STYLES = ["tokens", "base", "controls", "layout", "call", "chat", "reading"];

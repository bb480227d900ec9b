import { define } from "../../lib/define.ts";

export default define.layout(({ Component, data }) => (
  <main data-kind={String(data)}>
    <nav>
      <a href="/">Home</a>
      <a href="/deep">Deep</a>
      <a href="https://example.com/">Elsewhere</a>
    </nav>
    <Component />
  </main>
));

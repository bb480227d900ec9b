import { asset } from "fresh/runtime";
import { define } from "../lib/define.ts";

export default define.page(({ Component, url }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{url.pathname}</title>
      <link rel="stylesheet" href={asset("/style.css")} />
      <script type="module">{`globalThis.inline = true;`}</script>
    </head>
    <body>
      <Component />
    </body>
  </html>
));

import { h, type VNode } from "preact";
import { stringify } from "npm:devalue@^5.8.0";
import { currentPass, type RenderPass } from "./render_pass.ts";

/** The inline module at the end of `<body>` that hydrates the islands above it. */
export function Scripts(): VNode | null {
  const pass = currentPass();
  if (pass === null || pass.hasScripts) return null;
  pass.hasScripts = true;
  if (pass.modules().length === 0) return null;
  return h("script", {
    type: "module",
    nonce: pass.nonce,
    dangerouslySetInnerHTML: { __html: source(pass) },
  }) as VNode;
}

function source(pass: RenderPass): string {
  const [runtime, ...chunks] = pass.modules();
  const imports = chunks.map((path, i) => `import*as m${i} from"${path}";`);
  const components = pass.islands.map(({ island }) =>
    `m${chunks.indexOf(island.chunk)}[${JSON.stringify(island.exportName)}]`
  );
  const props = stringify(pass.islands.map(({ props }) => props));
  // No text of theirs may end the script.
  const literal = JSON.stringify(props).replaceAll("<", "\\u003c");
  return `import{boot}from"${runtime}";${imports.join("")}` +
    `boot([${components.join()}],${literal});`;
}

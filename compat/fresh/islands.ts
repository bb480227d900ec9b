import { createContext, Fragment, h, type Options, options, type VNode } from "preact";
import { useContext } from "preact/hooks";
import { prepareElement } from "./elements.ts";
import { currentPass } from "./render_pass.ts";

// Preact's hook before a node is rendered; `__b` is how its builds name it.
const hooks: Options & { __b?: (vnode: VNode) => void } = options;

const InsideIsland = createContext(false);
const marked = new WeakSet<VNode>();

const before = hooks.__b;
hooks.__b = (vnode) => {
  const pass = currentPass();
  if (pass !== null) {
    if (typeof vnode.type === "string") prepareElement(vnode, pass);
    else if (!marked.has(vnode) && pass.island(vnode.type)) markIsland(vnode);
  }
  before?.(vnode);
};

/** Surrounds an island's markup with comments, by which the browser finds it; one inside another is part of that one. */
function markIsland(vnode: VNode): void {
  const type = vnode.type as (props: Record<string, unknown>) => VNode;
  vnode.type = function Island(props: Record<string, unknown>) {
    const inside = useContext(InsideIsland);
    const pass = currentPass();
    const island = pass?.island(type);
    const child = h(type, props);
    marked.add(child);
    if (inside || !pass || !island) return child;
    refuseVNodes(island.exportName, props);
    const index = pass.islands.push({ island, props }) - 1;
    const children = [comment(`island:${index}`), child, comment("/island")];
    return h(InsideIsland.Provider, { value: true, children });
  };
}

function comment(text: string): VNode {
  // An attribute of preact-render-to-string that its types leave out.
  return h(Fragment, { UNSTABLE_comment: text } as Record<string, string>);
}

function refuseVNodes(name: string, props: Record<string, unknown>): void {
  for (const [prop, value] of Object.entries(props)) {
    const isVNode = typeof value === "object" && value !== null &&
      "__k" in value;
    if (isVNode || prop === "children") {
      throw new Error(
        `Cannot pass elements to an island in this stand-in for Fresh: ${name}, ${prop}`,
      );
    }
  }
}

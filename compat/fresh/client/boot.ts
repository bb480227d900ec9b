/// <reference lib="dom" />
import { type ComponentType, h, render } from "preact";
import { createRootFragment } from "npm:preact-root-fragment@^0.3.1";
import { parse } from "npm:devalue@^5.8.0";

/** Brings the islands between `<!--island:…-->` comments to life, each in a task of its own. */
export function boot(
  components: ComponentType<Record<string, unknown>>[],
  serialized: string,
): void {
  const props = parse(serialized) as Record<string, unknown>[];
  for (const start of islandComments()) {
    const index = Number(start.data.slice("island:".length));
    const component = components[index];
    const parent = start.parentNode;
    if (!component || !(parent instanceof Element)) continue;
    const root = createRootFragment(parent, nodesAfter(start));
    setTimeout(() => render(h(component, props[index] ?? {}), root));
  }
}

function islandComments(): Comment[] {
  const walker = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_COMMENT,
  );
  const found: Comment[] = [];
  while (walker.nextNode()) {
    const comment = walker.currentNode as Comment;
    if (comment.data.startsWith("island:")) found.push(comment);
  }
  return found;
}

/** What the server rendered, or a node to start from where that was nothing. */
function nodesAfter(start: Comment): Node[] {
  const nodes: Node[] = [];
  let node = start.nextSibling;
  while (node && !(node instanceof Comment && node.data === "/island")) {
    nodes.push(node);
    node = node.nextSibling;
  }
  if (nodes.length > 0) return nodes;
  const empty = new Text();
  start.after(empty);
  return [empty];
}

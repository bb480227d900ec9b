import { h } from "preact";
import type { Shape } from "@/lib/ladder/mod.ts";

/** Draws shapes in an SVG. */
export function Shapes({ shapes }: { shapes: readonly Shape[] }) {
  return <>{shapes.map(draw)}</>;
}

// Drawn by hand rather than as components: there are many, at the very time when a call connects.
function draw({ tag, class: name, attributes, at, y = 0, text }: Shape) {
  const element = h(tag, { class: name, ...attributes }, text);
  // Two texts are two words.
  if (tag === "text" && at === undefined) return [element, " "];
  return at === undefined ? element : <svg x={`${at}%`} y={y} overflow="visible">{element}</svg>;
}

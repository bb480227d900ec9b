import { h } from "preact";
import type { Shape } from "@/lib/ladder/mod.ts";

/** Draws shapes as SVG. */
export function Shapes({ shapes }: { shapes: readonly Shape[] }) {
  return <>{shapes.map(draw)}</>;
}

// Without components: there are many shapes, just when a call connects.
function draw({ tag, class: name, attributes, at, y = 0, text }: Shape) {
  const element = h(tag, { class: name, ...attributes }, text);
  // Separates the words of two texts.
  if (tag === "text" && at === undefined) return [element, " "];
  return at === undefined ? element : <svg x={`${at}%`} y={y} overflow="visible">{element}</svg>;
}

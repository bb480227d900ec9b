import type { Side } from "../protocol/mod.ts";
import { type Lane, lanesOf, type Shape } from "./shapes.ts";

/** The names of the lifelines. */
export interface Heads {
  readonly names: Readonly<Record<Lane, string>>;
  /** Shown below this side's name. */
  readonly you: string;
  readonly me: Side;
}

/** The height of the heads, in pixels. */
export const HEAD_PX = 46;

/** Draws the names above the lifelines. */
export function headShapes({ names, you, me }: Heads): Shape[] {
  const lanes = lanesOf(me);
  return (["caller", "server", "callee"] as const).flatMap((lane): Shape[] => [
    text("lane", lanes[lane], 16, names[lane]),
    ...(lane === me ? [text("you", lanes[lane], 32, you)] : []),
    { tag: "circle", class: lane === me ? "knob mine" : "knob", attributes: { r: 4 }, at: lanes[lane], y: HEAD_PX - 5 },
  ]);
}

/** Draws the three lifelines; `length` is in pixels, or in percent of the figure's. */
export function lifelines(length: number | `${number}%`, me: Side): Shape[] {
  return Object.values(lanesOf(me)).map((lane) => ({
    tag: "line",
    class: "lifeline",
    attributes: { x1: `${lane}%`, x2: `${lane}%`, y1: 0, y2: length },
  }));
}

function text(name: string, x: number, y: number, words: string): Shape {
  return { tag: "text", class: name, attributes: { x: `${x}%`, y, "text-anchor": "middle" }, text: words };
}

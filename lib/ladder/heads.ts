import type { Side } from "../protocol/mod.ts";
import { type Lane, LANES, type Shape } from "./shapes.ts";

/** What the lifelines are called. */
export interface Heads {
  readonly names: Readonly<Record<Lane, string>>;
  /** Stands below this side's name. */
  readonly you: string;
  readonly me: Side;
}

/** How high the heads are, in pixels. */
export const HEAD_PX = 46;

/** The names over the lifelines. */
export function headShapes({ names, you, me }: Heads): Shape[] {
  return (["caller", "server", "callee"] as const).flatMap((lane): Shape[] => [
    text("lane", lane, 16, names[lane]),
    ...(lane === me ? [text("you", lane, 32, you)] : []),
    { tag: "circle", class: lane === me ? "knob mine" : "knob", attributes: { r: 4 }, at: LANES[lane], y: HEAD_PX - 5 },
  ]);
}

/** The three lines, so many pixels long. */
export function lifelines(length: number): Shape[] {
  return Object.values(LANES).map((lane) => ({
    tag: "line",
    class: "lifeline",
    attributes: { x1: `${lane}%`, x2: `${lane}%`, y1: 0, y2: length },
  }));
}

function text(name: string, lane: Lane, y: number, words: string): Shape {
  return { tag: "text", class: name, attributes: { x: `${LANES[lane]}%`, y, "text-anchor": "middle" }, text: words };
}

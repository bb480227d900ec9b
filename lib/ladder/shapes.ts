import type { Side } from "../protocol/mod.ts";
import type { LadderRow } from "./rows.ts";

/** One of the three lifelines. */
export type Lane = Side | "server";

/** An SVG element of the figure. Lengths are in pixels; `x` and `at` are percentages of the figure's width. */
export interface Shape {
  readonly tag: "line" | "path" | "circle" | "rect" | "text";
  readonly class: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Horizontal origin of its pixels. */
  readonly at?: number;
  /** Vertical origin of its pixels, in pixels. */
  readonly y?: number;
  readonly text?: string;
}

/** A row with its words. */
export interface DrawnRow {
  readonly row: LadderRow;
  /** A few words: the narrowest figure fits about 28 letters. */
  readonly label: string;
  readonly time: string;
}

/** Positions of the lifelines, in percent of the width; the times go outside this side's own. */
export function lanesOf(me: Side): Readonly<Record<Lane, number>> {
  return me === "caller" ? { caller: 25, server: 55, callee: 85 } : { caller: 15, server: 45, callee: 75 };
}

/** How a row is drawn: an arrow from or to this side, a dot on its lifeline, or the path of the connection. */
export type Layout = "out" | "in" | "note" | "path";

/** Returns how a row is drawn. */
export function layoutOf({ kind }: LadderRow): Layout {
  return LAYOUTS[kind];
}

/** Returns a row's height in pixels. */
export function heightOf(row: LadderRow): number {
  return { out: 44, in: 44, note: 30, path: 68 }[layoutOf(row)];
}

/** Returns the figure's height in pixels. */
export function heightOfAll(rows: readonly LadderRow[]): number {
  return rows.reduce((sum, row) => sum + heightOf(row), 0) + FOOT;
}

/** Returns the CSS classes of a row. */
export function classOf(row: LadderRow): string {
  const names = ["row", TONES[row.kind] ?? row.kind];
  if (row.kind === "path" && row.isRelayed) names.push("relayed");
  if (row.kind === "state" && /^(failed|disconnected)$/.test(row.state)) names.push("bad");
  if (row.kind === "said" && row.outcome === "pending") names.push("pending");
  if (row.isRestart) names.push("restart");
  return names.join(" ");
}

/** Draws a row; `me` is this side. */
export function shapesOf({ row, label, time }: DrawnRow, me: Side): Shape[] {
  const timeAt = (y: number) => beside("time", time, me, y + 4, -1);
  const labelAt = (name: string, y: number) => beside(name, label, me, y, 1);
  switch (layoutOf(row)) {
    case "out":
      return [timeAt(ARROW_Y), ...arrowOut(row, me), labelAt("words", LABEL_Y)];
    case "in":
      return [timeAt(ARROW_Y), ...arrowIn(row, me), labelAt("words", LABEL_Y)];
    case "path":
      return [timeAt(PATH_Y), ...pathShapes(row, me), labelAt("words", LABEL_Y)];
    case "note":
      return [
        timeAt(NOTE_Y),
        { tag: "circle", class: "dot", attributes: { r: 4 }, at: lanesOf(me)[me], y: NOTE_Y },
        labelAt("words note", NOTE_Y + 4),
      ];
  }
}

const FOOT = 14;
const LABEL_Y = 18;
const ARROW_Y = 30;
const NOTE_Y = 15;
const PATH_Y = 44;

const LAYOUTS: Record<LadderRow["kind"], Layout> = {
  "asked": "out",
  "cut": "out",
  "said": "out",
  "deleted": "out",
  "heard": "in",
  "refused": "in",
  "transport": "note",
  "gathered": "note",
  "candidate-error": "note",
  "state": "note",
  "channel": "note",
  "began": "note",
  "reconnecting": "note",
  "ended": "note",
  "path": "path",
};

const TONES: Partial<Record<LadderRow["kind"], "quiet" | "bad">> = {
  "asked": "quiet",
  "cut": "bad",
  "refused": "bad",
  "candidate-error": "bad",
};

const CROSS = "M-5-5 5 5M5-5-5 5";

/** Puts text beside this side's lifeline: towards the others, or with -1 away from them. */
function beside(name: string, text: string, me: Side, y: number, way: 1 | -1): Shape {
  const dx = (me === "caller" ? 11 : -11) * way;
  const anchor = dx > 0 ? "start" : "end";
  return { tag: "text", class: name, attributes: { "x": `${lanesOf(me)[me]}%`, y, dx, "text-anchor": anchor }, text };
}

function line(name: string, from: number, to: number, y: number): Shape {
  return { tag: "line", class: name, attributes: { x1: `${from}%`, x2: `${to}%`, y1: y, y2: y } };
}

function headAt(lane: number, from: number): Shape {
  const back = from < lane ? -9 : 9;
  return { tag: "path", class: "head", attributes: { d: `M0 0 ${back}-5V5Z` }, at: lane, y: ARROW_Y };
}

function arrowOut(row: LadderRow, me: Side): Shape[] {
  const [from, to] = [lanesOf(me)[me], lanesOf(me).server];
  const cross = (at: number): Shape => ({ tag: "path", class: "cross", attributes: { d: CROSS }, at, y: ARROW_Y });
  if (row.kind === "cut") {
    const end = from + 0.7 * (to - from);
    return [line("arrow", from, end, ARROW_Y), cross(end)];
  }
  if (row.kind === "said" && row.outcome === "refused") return [line("arrow", from, to, ARROW_Y), cross(to)];
  const arrow = [line("arrow", from, to, ARROW_Y), headAt(to, from)];
  if (row.kind !== "said" || row.outcome === "pending") return arrow;
  const tick = me === "caller" ? "M7 0l4 4 7-8" : "M-18 0l4 4 7-8";
  return [...arrow, { tag: "path", class: "tick", attributes: { d: tick }, at: to, y: ARROW_Y }];
}

function arrowIn(row: LadderRow, me: Side): Shape[] {
  const [from, to] = [lanesOf(me).server, lanesOf(me)[me]];
  const arrow = [line("arrow", from, to, ARROW_Y), headAt(to, from)];
  // An unreachable server has sent nothing.
  if (row.kind === "refused" && row.code === undefined) {
    return [{ tag: "path", class: "cross", attributes: { d: CROSS }, at: from, y: ARROW_Y }];
  }
  if (row.kind !== "heard") return arrow;
  const other = lanesOf(me)[me === "caller" ? "callee" : "caller"];
  return [line("earlier", other, from, ARROW_Y), {
    tag: "circle",
    class: "earlier",
    attributes: { r: 3 },
    at: other,
    y: ARROW_Y,
  }, ...arrow];
}

function pathShapes(row: LadderRow, me: Side): Shape[] {
  const { caller, server, callee } = lanesOf(me);
  const other = me === "caller" ? callee : caller;
  // Each side's relay is drawn on its own half.
  const relays = row.kind !== "path" ? [] : [
    ...(row.local.type === "relay" ? [((me === "caller" ? caller : callee) + server) / 2] : []),
    ...(row.remote.type === "relay" ? [(other + server) / 2] : []),
  ];
  return [
    line("way", caller, callee, PATH_Y),
    // The path hops over the server's lifeline.
    { tag: "rect", class: "gap", attributes: { x: -15, y: -5, width: 30, height: 10 }, at: server, y: PATH_Y },
    { tag: "path", class: "lifeline", attributes: { d: "M0-5V5" }, at: server, y: PATH_Y },
    { tag: "path", class: "way", attributes: { d: "M-15 0A15 15 0 0 1 15 0" }, at: server, y: PATH_Y },
    ...[caller, callee].map((at): Shape => ({ tag: "circle", class: "end", attributes: { r: 6 }, at, y: PATH_Y })),
    ...relays.flatMap(relayAt),
  ];
}

function relayAt(at: number): Shape[] {
  return [
    {
      tag: "rect",
      class: "relay",
      attributes: { x: "-1.75em", y: "-0.9em", width: "3.5em", height: "1.8em", rx: 4 },
      at,
      y: PATH_Y,
    },
    {
      tag: "text",
      class: "relay",
      attributes: { "y": "0.35em", "text-anchor": "middle" },
      at,
      y: PATH_Y,
      text: "TURN",
    },
  ];
}

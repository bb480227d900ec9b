/**
 * Draws what happened between a side and its server as a sequence diagram: {@linkcode createLadder} turns a call's
 * journal into rows, and {@linkcode shapesOf} turns rows into shapes, for a page or a file.
 *
 * @module
 */
export { exportHar, type HarOptions } from "./export_har.ts";
export { exportSvg, type Picture } from "./export_svg.ts";
export { HEAD_PX, type Heads, headShapes, lifelines } from "./heads.ts";
export { createLadder, toLadder } from "./ladder.ts";
export { isRecording, type Recording } from "./recording.ts";
export { isOpenable, type Ladder, type LadderRow, type RowContent } from "./rows.ts";
export { classOf, type DrawnRow, heightOf, heightOfAll, type Lane, layoutOf, type Shape, shapesOf } from "./shapes.ts";

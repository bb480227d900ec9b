import { encode } from "uqr";

/** A code, drawn on squares of 1 by 1. */
export interface QrPath {
  /** How many modules it is wide and high, the empty ones around it included. */
  size: number;
  /** The dark modules, as the path of an SVG. */
  path: string;
}

/** The empty modules around a code, without which readers do not find it (ISO/IEC 18004, section 6.3.8). */
const QUIET_MODULES = 4;

/** Draws text as a QR code that stays readable with a seventh of it spoilt. */
export function drawQr(text: string): QrPath {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_MODULES });
  return { size, path: data.flatMap((row, y) => runsOf(row).map(([x, width]) => bar(x, y, width))).join("") };
}

/** Where dark modules stand side by side: the first, and how many. */
function runsOf(row: readonly boolean[]): [x: number, width: number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  });
  return runs;
}

function bar(x: number, y: number, width: number): string {
  return `M${x} ${y}h${width}v1h-${width}z`;
}

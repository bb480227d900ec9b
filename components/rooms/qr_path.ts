import { encode } from "uqr";

/** A QR code as SVG, 1 unit a module. */
export interface QrPath {
  /** Width and height in modules, including the quiet zone. */
  size: number;
  /** The dark modules as SVG path data. */
  path: string;
}

/** The quiet zone around a code, without which readers don't find it (ISO/IEC 18004, section 6.3.8). */
const QUIET_MODULES = 4;

/** Draws text as a QR code that stays readable with a seventh of it damaged. */
export function drawQr(text: string): QrPath {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_MODULES });
  return { size, path: data.flatMap((row, y) => runsOf(row).map(([x, width]) => bar(x, y, width))).join("") };
}

/** Returns the runs of dark modules: where each starts, and its length. */
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

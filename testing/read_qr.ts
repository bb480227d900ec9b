import type { QrPath } from "@/components/rooms/qr_path.ts";
import readQr from "jsqr";

/** How many pixels a module is wide. */
const SCALE = 4;

/** What a camera makes of a code. */
export function decodeQr({ size, path }: QrPath): string | undefined {
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      const start = row * side + Number(x) * SCALE;
      for (let pixel = start; pixel < start + Number(width) * SCALE; pixel++) pixels.fill(0, pixel * 4, pixel * 4 + 3);
    }
  }
  return readQr.default(pixels, side, side)?.data;
}

/** An image of dots, which can hold no script. */
export interface Raster {
  readonly type: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
  readonly width: number;
  readonly height: number;
}

/** Where in a JPEG its size is found at the latest: cameras put previews and colour profiles before it. */
const HEAD_BYTES = 512 * 1024;

/** The largest image that is shown; decoded, it takes four bytes a pixel. */
const MAX_PIXELS = 64_000_000;

/**
 * Returns a file as an image that is safe to show: its type is what its first bytes say, and one of those of
 * {@linkcode Raster}, whatever its name claims. `undefined` for everything else, such as SVG, and for huge images.
 */
export async function pictureOf(file: Blob): Promise<Blob | undefined> {
  const raster = readRaster(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (raster === undefined || raster.width * raster.height > MAX_PIXELS) return undefined;
  return file.slice(0, file.size, raster.type);
}

/** Reads an image's type and size from its first bytes; `undefined` if it is none of these types. */
export function readRaster(head: Uint8Array): Raster | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const has = (text: string, at: number) =>
    at + text.length <= head.length && Array.from(text).every((it, index) => it.charCodeAt(0) === head[at + index]);
  try {
    const raster = has("\x89PNG\r\n\x1a\n", 0) && has("IHDR", 12)
      ? { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) } as const
      : has("GIF87a", 0) || has("GIF89a", 0)
      ? { type: "image/gif", width: view.getUint16(6, true), height: view.getUint16(8, true) } as const
      : has("RIFF", 0) && has("WEBP", 8)
      ? readWebp(view, has)
      : has("\xff\xd8\xff", 0)
      ? readJpeg(view)
      : undefined;
    return raster !== undefined && raster.width > 0 && raster.height > 0 ? raster : undefined;
  } catch {
    // It ends too early.
    return undefined;
  }
}

/** RFC 9649, sections 2.5 to 2.7 and 3.4. */
function readWebp(view: DataView, has: (text: string, at: number) => boolean): Raster | undefined {
  const type = "image/webp";
  if (has("VP8 ", 12) && has("\x9d\x01\x2a", 23)) {
    return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (has("VP8L", 12)) {
    const bits = view.getUint32(21, true);
    return { type, width: (bits & 0x3fff) + 1, height: (bits >>> 14 & 0x3fff) + 1 };
  }
  if (!has("VP8X", 12)) return undefined;
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  return { type, width: uint24(24) + 1, height: uint24(27) + 1 };
}

/** ITU-T T.81, annex B: the size is in the frame header, before the first scan. */
function readJpeg(view: DataView): Raster | undefined {
  for (let at = 2;;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at++;
    else if (FRAMES.has(marker)) {
      return { type: "image/jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else if (marker < 0xc0 || marker === 0xda) return undefined;
    else at += 2 + view.getUint16(at + 2);
  }
}

/** The markers of frame headers: C0 to CF, without those of tables and extensions. */
const FRAMES: ReadonlySet<number> = new Set([0, 1, 2, 3, 5, 6, 7, 9, 10, 11, 13, 14, 15].map((it) => 0xc0 + it));

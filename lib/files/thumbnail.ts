import { pictureOf, readRaster } from "./image.ts";

/** A thumbnail's longer side as this side makes it, and the longest that it accepts, in pixels. */
const SIDE = { made: 96, accepted: 256 } as const;

/** The size of the largest thumbnail, in bytes. */
export const MAX_THUMBNAIL_BYTES = 8 * 1024;

const QUALITIES = [0.8, 0.5, 0.2];

/**
 * Makes a thumbnail: a JPEG in base64, which has the pixels and nothing else of the original, such as where a photo was
 * taken. `undefined` if the file is no image that the browser can read.
 */
export async function makeThumbnail(file: Blob): Promise<string | undefined> {
  const picture = await pictureOf(file);
  if (picture === undefined) return undefined;
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, SIDE.made / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((it) => Math.max(1, Math.round(it * scale))) as [
    number,
    number,
  ];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d")!;
  context.imageSmoothingQuality = "high";
  // JPEG knows no transparency.
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality });
    if (blob.size <= MAX_THUMBNAIL_BYTES) return toBase64(new Uint8Array(await blob.arrayBuffer()));
  }
  return undefined;
}

/**
 * Parses a thumbnail from the other side: a JPEG in base64, since that neither moves nor runs. Its size in pixels is
 * bounded as well, because a few bytes can claim to be an image that fills the memory.
 */
export function parseThumbnail(text: unknown): Blob | undefined {
  if (typeof text !== "string" || text.length > 4 * Math.ceil(MAX_THUMBNAIL_BYTES / 3)) return undefined;
  const bytes = fromBase64(text);
  const raster = bytes && readRaster(bytes);
  if (raster?.type !== "image/jpeg" || Math.max(raster.width, raster.height) > SIDE.accepted) return undefined;
  return new Blob([bytes!], { type: raster.type });
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

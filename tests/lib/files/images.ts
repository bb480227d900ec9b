/** The first bytes of a PNG of this size. */
export function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  return bytes("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", uint32(width), uint32(height), "\x08\x02\0\0\0");
}

export function gif(width: number, height: number): Uint8Array<ArrayBuffer> {
  return bytes("GIF89a", little(width, 2), little(height, 2), "\0\0\0");
}

/** The first bytes of a JPEG; `before` are segments ahead of the one with its size. */
export function jpeg(width: number, height: number, before = "\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0") {
  const size = uint32(height).slice(2) + uint32(width).slice(2);
  return bytes("\xff\xd8", before, "\xff\xc2\0\x0b\x08", size, "\x01\x01\x11\0\xff\xda");
}

export function webp(chunk: "VP8 " | "VP8L" | "VP8X", width: number, height: number): Uint8Array<ArrayBuffer> {
  const head = `RIFF\x40\0\0\0WEBP${chunk}\x20\0\0\0`;
  if (chunk === "VP8 ") return bytes(head, "\0\0\0\x9d\x01\x2a", little(width, 2), little(height, 2));
  if (chunk === "VP8L") return bytes(head, "\x2f", little(width - 1 | (height - 1) << 14, 4));
  return bytes(head, "\0\0\0\0", little(width - 1, 3), little(height - 1, 3));
}

function bytes(...parts: string[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.join(""), (character) => character.charCodeAt(0));
}

function uint32(value: number): string {
  return String.fromCharCode(value >>> 24, value >>> 16 & 255, value >>> 8 & 255, value & 255);
}

function little(value: number, length: number): string {
  return Array.from({ length }, (_, at) => String.fromCharCode(value >>> 8 * at & 255)).join("");
}

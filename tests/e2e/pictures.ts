import { crc32, deflateSync } from "node:zlib";

/** Makes a PNG of this size, with a colour of its own for each dot (RFC 2083). */
export function makePng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array((1 + 3 * width) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set([x * 7, y * 5, x ^ y], y * (1 + 3 * width) + 1 + 3 * x);
  }
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint16(8, 0x0802);
  const chunks = [chunk("IHDR", new Uint8Array(header.buffer)), chunk("IDAT", deflateSync(rows)), chunk("IEND")];
  return Uint8Array.from([0x89, ...bytesOf("PNG\r\n\x1a\n"), ...chunks.flatMap((it) => Array.from(it))]);
}

function chunk(type: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(bytesOf(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

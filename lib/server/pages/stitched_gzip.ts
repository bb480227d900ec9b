import { constants, crc32, deflateRawSync } from "node:zlib";

/** Text that is compressed once and sent in many responses, between values that differ. */
export interface Piece {
  readonly plain: Uint8Array;
  /** Blocks that end at a byte and refer to no other piece. */
  readonly deflated: Uint8Array;
}

export function compressPiece(text: string): Piece {
  const plain = encoder.encode(text);
  const options = { level: constants.Z_BEST_COMPRESSION, finishFlush: constants.Z_SYNC_FLUSH };
  return { plain, deflated: plain.length === 0 ? plain : deflateRawSync(plain, options) };
}

/**
 * Returns a gzip file of pieces with a value after each but the last (RFC 1952). Values are stored as they are, so the
 * size says nothing of what one has in common with another or with the pieces.
 */
export function stitchGzip(pieces: readonly Piece[], values: readonly string[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [HEADER];
  let checksum = 0;
  let length = 0;
  const count = (plain: Uint8Array) => {
    checksum = crc32(plain, checksum);
    length += plain.length;
  };
  for (const [index, { plain, deflated }] of pieces.entries()) {
    parts.push(deflated);
    count(plain);
    const value = encoder.encode(values[index]);
    for (let start = 0; start < value.length; start += MAX_STORED) {
      const stored = value.subarray(start, start + MAX_STORED);
      parts.push(headStored(stored.length), stored);
      count(stored);
    }
  }
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, checksum, true);
  trailer.setUint32(4, length, true);
  return concat([...parts, LAST_BLOCK, new Uint8Array(trailer.buffer)]);
}

const encoder = new TextEncoder();

/** Deflate, without a name or a time, of an unknown system. */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

/** Empty, and marked as the last (RFC 1951, section 3.2.6). */
const LAST_BLOCK = Uint8Array.of(3, 0);

/** How many bytes a stored block holds (RFC 1951, section 3.2.4). */
const MAX_STORED = 65_535;

function headStored(length: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(5));
  head.setUint16(1, length, true);
  head.setUint16(3, ~length, true);
  return new Uint8Array(head.buffer);
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/**
 * The longest string sent over the channel, in bytes: every WebRTC implementation accepts it (RFC 8841, section 6.1).
 */
const MAX_STRING_BYTES = 65_536;

/** The longest message, in bytes of UTF-8. */
export const MAX_MESSAGE_BYTES = 1024 * 1024;

/** The longest part of a longer message, in bytes: well below what any implementation accepts. */
const PART_BYTES = 32_768;

/** How much shorter a part may be so that it ends with a word, in bytes. */
const SLACK_BYTES = 1_024;

/** The most parts a message can have. */
export const MAX_PARTS = Math.ceil(MAX_MESSAGE_BYTES / (PART_BYTES - SLACK_BYTES));

/**
 * Splits a message, given in UTF-8, into the strings it is sent as. Clients that aren't toucan show them one after the
 * other: no character is cut, and no word unless it is very long.
 */
export function splitMessage(bytes: Uint8Array): string[] {
  if (bytes.length <= MAX_STRING_BYTES) return [decode(bytes)];
  const parts: string[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = endOfPart(bytes, start);
    parts.push(decode(bytes.subarray(start, end)));
    start = end;
  }
  return parts;
}

const SPACE = 0x20;
const LINE_FEED = 0x0a;

function endOfPart(bytes: Uint8Array, start: number): number {
  const most = start + PART_BYTES;
  if (most >= bytes.length) return bytes.length;
  for (let end = most; end > most - SLACK_BYTES; end--) {
    if (bytes[end - 1] === SPACE || bytes[end - 1] === LINE_FEED) return end;
  }
  let end = most;
  // Continuation bytes begin with the bits 10 (RFC 3629, section 3).
  while ((bytes[end]! & 0xc0) === 0x80) end--;
  return end;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

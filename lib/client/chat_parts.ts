/** How long one string on the channel may be, in bytes: what every WebRTC implementation takes (RFC 8841, section 6.1). */
export const MAX_STRING_BYTES = 65_536;

/** How long one message may be, in bytes of UTF-8. */
export const MAX_MESSAGE_BYTES = 1024 * 1024;

/** How long a part of a longer message is at most, in bytes: well below what any implementation takes. */
const PART_BYTES = 32_768;

/** How much shorter a part may be for the sake of ending with a word, in bytes. */
const SLACK_BYTES = 1_024;

/** How many parts a message is taken to have at most. */
export const MAX_PARTS = Math.ceil(MAX_MESSAGE_BYTES / (PART_BYTES - SLACK_BYTES));

/**
 * The strings that a message travels as, given in UTF-8. A long one has several, which whoever isn't toucan can read one
 * after the other: no character is cut, and no word where that can be helped.
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
  // Bytes that go on with a character begin with 10 (RFC 3629, section 3).
  while ((bytes[end]! & 0xc0) === 0x80) end--;
  return end;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

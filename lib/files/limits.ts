/** What is read, hashed, written and resumed at a time, in bytes. */
export const BLOCK_BYTES = 1024 * 1024;

/** How much goes into one message of a channel, in bytes: what every WebRTC implementation takes (RFC 8841, section 6.1). */
export const CHUNK_BYTES = 64 * 1024;

/** How much may be on its way and not yet written by the receiver, in bytes: this bounds the memory of both sides. */
export const WINDOW_BYTES = 8 * BLOCK_BYTES;

/** How much may wait in a channel, in bytes; sending pauses above and goes on at half of it. */
export const BUFFER_BYTES = BLOCK_BYTES;

/** How many files are sent at the same time; further ones wait for their turn. */
export const MAX_ACTIVE = 3;

/** How many offers may wait for an answer: so many are made, and twice as many taken. */
export const MAX_OFFERS = 50;

/** How many transfers that came to nothing are remembered. */
export const MAX_REMEMBERED = 100;

/** How often a channel may break without a block having come through since. */
export const MAX_BREAKS = 3;

/** How much is kept in memory, in bytes over all files, where the browser has no file system for pages. */
export const MEMORY_LIMIT_BYTES = 256 * BLOCK_BYTES;

/** The unit of reading, hashing, writing and resuming, in bytes. */
export const BLOCK_BYTES = 1024 * 1024;

/** The size of one channel message, in bytes: what every WebRTC implementation accepts (RFC 8841, section 6.1). */
export const CHUNK_BYTES = 64 * 1024;

/** How much the sender may be ahead of what the receiver has written, in bytes; this bounds both sides' memory. */
export const WINDOW_BYTES = 8 * BLOCK_BYTES;

/** How much a channel may buffer, in bytes; sending pauses there and resumes at half of it. */
export const BUFFER_BYTES = BLOCK_BYTES;

/** How many files are sent at the same time; others wait. */
export const MAX_ACTIVE = 3;

/** How many offers a side leaves pending; it takes twice as many from the other side. */
export const MAX_OFFERS = 50;

/** How many unsuccessful transfers are remembered. */
export const MAX_REMEMBERED = 100;

/** How often a channel may break without a block in between. */
export const MAX_BREAKS = 3;

/** How much is kept in memory if the browser has no file system for pages, in bytes over all files. */
export const MEMORY_LIMIT_BYTES = 256 * BLOCK_BYTES;

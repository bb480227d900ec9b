import { BLOCK_BYTES } from "./limits.ts";

/**
 * The checksum of a file: the SHA-256 of the SHA-256s of its 1 MiB blocks, so that the browser's fast hash can compute
 * it without holding the file. `split -b 1M --filter='openssl dgst -sha256 -binary' FILE | sha256sum` prints the same.
 */
export interface Checksum {
  /** Adds the block at this offset; ignores one that was added before. */
  add(offset: number, block: Uint8Array<ArrayBuffer>): void;
  /** Returns the checksum of all blocks so far, in lower-case hexadecimal. */
  digest(): Promise<string>;
}

/** Creates a checksum without blocks; it holds 32 bytes for each. */
export function createChecksum(): Checksum {
  const digests: Promise<ArrayBuffer>[] = [];
  return {
    add(offset, block) {
      digests[offset / BLOCK_BYTES] ??= crypto.subtle.digest("SHA-256", block);
    },
    async digest() {
      const all = new Uint8Array(await new Blob(await Promise.all(digests)).arrayBuffer());
      return hex(await crypto.subtle.digest("SHA-256", all));
    },
  };
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

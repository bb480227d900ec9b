import { BLOCK_BYTES } from "./limits.ts";

/**
 * The checksum of a file: the SHA-256 of the SHA-256s of its blocks of 1 MiB, so that the browser's own, fast hash can
 * do it without holding the file. `split -b 1M --filter='openssl dgst -sha256 -binary' FILE | sha256sum` says the same.
 */
export interface Checksum {
  /** Takes the block that begins at this byte; one that was taken before is passed over. */
  add(offset: number, block: Uint8Array<ArrayBuffer>): void;
  /** In lower-case hexadecimal digits, of all blocks so far. */
  digest(): Promise<string>;
}

/** Makes a checksum of no blocks; it takes 32 bytes a block. */
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

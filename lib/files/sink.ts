/** Where an incoming file is written, block by block. */
export interface Sink {
  write(block: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Completes the file and returns it, unless it is on disk where the person wanted it. */
  finish(): Promise<Blob | undefined>;
  /** Deletes what was written. */
  discard(): Promise<void>;
}

/** The part of a `FileSystemFileHandle` in use; not every browser can remove one. */
export interface FileHandle {
  getFile(): Promise<Blob>;
  createWritable(): Promise<Pick<FileSystemWritableFileStream, "write" | "close" | "abort">>;
  remove?(): Promise<void>;
}

/** An incoming file must never open as a page of this origin. */
const SAFE_TYPE = "application/octet-stream";

/** Writes to a file in the browser's storage for this origin. */
export async function keptSink(handle: FileHandle, remove: () => Promise<void>): Promise<Sink> {
  const writable = await handle.createWritable();
  return {
    write: (block) => writable.write(block),
    async finish() {
      await writable.close();
      const file = await handle.getFile();
      return file.slice(0, file.size, SAFE_TYPE);
    },
    async discard() {
      await writable.abort().catch(() => {});
      await remove();
    },
  };
}

/** Writes to a file on disk, which is replaced only once everything is written. */
export async function diskSink(handle: FileHandle): Promise<Sink> {
  const wasEmpty = (await handle.getFile()).size === 0;
  const writable = await handle.createWritable();
  return {
    write: (block) => writable.write(block),
    async finish() {
      await writable.close();
      return undefined;
    },
    async discard() {
      await writable.abort().catch(() => {});
      // The picker creates an empty file; one that had contents stays.
      if (wasEmpty) await handle.remove?.();
    },
  };
}

/** Keeps a file as a blob, which browsers hold outside the page's own memory if they can. */
export function memorySink(): Sink {
  let parts: Blob[] = [];
  return {
    async write(block) {
      await Promise.resolve(parts.push(new Blob([block])));
    },
    finish: () => Promise.resolve(new Blob(parts, { type: SAFE_TYPE })),
    discard() {
      parts = [];
      return Promise.resolve();
    },
  };
}

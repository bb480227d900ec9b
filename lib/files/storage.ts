import { createFolder } from "./folder.ts";
import { MEMORY_LIMIT_BYTES } from "./limits.ts";
import { diskSink, type FileHandle, keptSink, memorySink, type Sink } from "./sink.ts";

/** Where incoming files are kept. */
export interface Storage {
  /** How large a file it can still keep, in bytes. */
  room(): Promise<number>;
  /** Whether the person can choose where on disk a file goes, so that the page needs no space for it. */
  readonly canPick: boolean;
  /** Keeps a file in the browser, to be saved later. */
  keep(id: string, sizeBytes: number): Promise<Sink>;
  /** Opens a save dialog, which needs a click; `undefined` if the person dismisses it. */
  pick(name: string): Promise<Sink | undefined>;
  /** Deletes everything it keeps. */
  close(): void;
}

/** What storage uses of the browser. */
export interface StorageDeps {
  storage?: StorageManager | undefined;
  locks?: LockManager | undefined;
  showSaveFilePicker?: ((options: { suggestedName: string }) => Promise<FileHandle>) | undefined;
}

/** Left free, since a browser's estimate of its space is rough. */
const SPARE_BYTES = 16 * 1024 * 1024;

/** Creates storage in the browser's file system for this origin, or in memory if there is none. */
export function createStorage(deps: StorageDeps = browserDeps()): Storage {
  const { storage, locks, showSaveFilePicker } = deps;
  const folder = createFolder(storage, locks);
  const reserved = new Map<Sink, number>();

  /** Reserves space for a file: on disk for what is still to be written, in memory for as long as it is kept. */
  function reserve(sink: Sink, sizeBytes: number, isOnDisk: boolean): Sink {
    const holding: Sink = {
      async write(block) {
        await sink.write(block);
        const left = (reserved.get(holding) ?? 0) - block.length;
        if (isOnDisk) reserved.set(holding, Math.max(0, left));
      },
      finish: sink.finish,
      async discard() {
        reserved.delete(holding);
        await sink.discard();
      },
    };
    reserved.set(holding, sizeBytes);
    return holding;
  }

  async function free(): Promise<number> {
    if (await folder.open() === undefined) return MEMORY_LIMIT_BYTES;
    const { quota = 0, usage = 0 } = await storage?.estimate() ?? {};
    return quota - usage - SPARE_BYTES;
  }

  return {
    async room() {
      const bytes = await free();
      return Math.max(0, Array.from(reserved.values()).reduce((left, held) => left - held, bytes));
    },
    canPick: showSaveFilePicker !== undefined,
    async keep(id, sizeBytes) {
      const directory = await folder.open();
      if (directory === undefined) return reserve(memorySink(), sizeBytes, false);
      const handle = await directory.getFileHandle(id, { create: true });
      return reserve(await keptSink(handle, () => directory.removeEntry(id)), sizeBytes, true);
    },
    async pick(suggestedName) {
      const handle = await showSaveFilePicker?.({ suggestedName }).catch(() => undefined);
      return handle && await diskSink(handle);
    },
    close() {
      folder.leave();
      reserved.clear();
    },
  };
}

function browserDeps(): StorageDeps {
  const { navigator, showSaveFilePicker } = globalThis as typeof globalThis & StorageDeps;
  return {
    storage: navigator?.storage,
    locks: navigator?.locks,
    showSaveFilePicker: showSaveFilePicker?.bind(globalThis),
  };
}

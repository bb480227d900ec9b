/** This page's own folder in the browser's file system for the origin. */
export interface Folder {
  /** Returns the folder; `undefined` if the browser offers none, for instance in a private window. */
  open(): Promise<FileSystemDirectoryHandle | undefined>;
  /** Removes the folder and its contents. */
  leave(): void;
}

/** Holds the folders of all pages of this origin. */
const ALL = "toucan-files";

/**
 * Creates a folder for one page, which holds a lock on it. A folder without a lock was left behind by a page that is
 * gone; the next page removes it.
 */
export function createFolder(storage: StorageManager | undefined, locks: LockManager | undefined): Folder {
  let opened: Promise<FileSystemDirectoryHandle | undefined> | undefined;
  let left = Promise.withResolvers<void>();

  async function open() {
    if (storage === undefined || locks === undefined || !canWrite()) return undefined;
    try {
      const root = await storage.getDirectory();
      const all = await root.getDirectoryHandle(ALL, { create: true });
      const name = crypto.randomUUID();
      await hold(locks, name, left.promise);
      const folder = await all.getDirectoryHandle(name, { create: true });
      left.promise.then(() => all.removeEntry(name, { recursive: true })).catch(() => {});
      sweep(locks, all).catch(() => {});
      return folder;
    } catch {
      return undefined;
    }
  }

  return {
    open: () => opened ??= open(),
    leave() {
      left.resolve();
      left = Promise.withResolvers();
      opened = undefined;
    },
  };
}

/** Before version 26, Safari writes such files only in workers. */
function canWrite(): boolean {
  return typeof FileSystemFileHandle !== "undefined" && "createWritable" in FileSystemFileHandle.prototype;
}

/** Acquires a lock and holds it until `until` resolves. */
function hold(locks: LockManager, name: string, until: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    locks.request(lockOf(name), () => {
      resolve();
      return until;
    }).catch(reject);
  });
}

async function sweep(locks: LockManager, all: FileSystemDirectoryHandle) {
  for await (const name of all.keys()) {
    await locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      if (lock !== null) await all.removeEntry(name, { recursive: true });
    });
  }
}

function lockOf(name: string): string {
  return `${ALL}/${name}`;
}

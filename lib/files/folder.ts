/** This page's own folder in the browser's file system for the origin. */
export interface Folder {
  /** The folder; `undefined` where the browser has none, or gives none in a private window. */
  open(): Promise<FileSystemDirectoryHandle | undefined>;
  /** Removes it with all that is in it. */
  leave(): void;
}

/** Where the folders of all pages of this origin are. */
const ALL = "toucan-files";

/**
 * A folder for one page. A lock says that the page is there: a folder without is what a page left behind when it went,
 * and is removed by the next one.
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

/** Before version 26 Safari writes such files in workers only. */
function canWrite(): boolean {
  return typeof FileSystemFileHandle !== "undefined" && "createWritable" in FileSystemFileHandle.prototype;
}

/** Resolves once the lock is held, which it is until `until`. */
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

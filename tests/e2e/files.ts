import type { ElementHandle } from "puppeteer-core";
import { type BrowserName, launch } from "@/testing/browsers.ts";
import { type ChatPage, connect, openChat } from "@/testing/chat.ts";
import { patiently } from "@/testing/patience.ts";
import { startServer } from "@/testing/server.ts";

const WAIT = { polling: 100 } as const;

/** The files in a page's log, used as a person would. */
export interface LogFiles {
  /** Chooses files with the paper clip. */
  choose(...paths: string[]): Promise<void>;
  /** Presses the first button or link with this name, such as `Accept tea.bin`. */
  press(name: string): Promise<void>;
  /** Waits until so many transfers are in a phase. */
  reach(phase: string, count?: number): Promise<void>;
  /** Lets the page read no more than the first 4 MB of a file that it sends. */
  hold(): Promise<void>;
  /** Lets it read on. */
  release(): Promise<void>;
  /** Waits until a transfer has moved for a while. */
  move(): Promise<void>;
  /** What the log says. */
  text(): Promise<string>;
  checksum(): Promise<string>;
}

/** Two pages in a call, and their files. */
export interface FilePages extends AsyncDisposable {
  readonly sender: ChatPage;
  readonly receiver: ChatPage;
  readonly mine: LogFiles;
  readonly theirs: LogFiles;
  /** Where files may be made. What the receiver saves is in `saved` below it. */
  readonly folder: string;
  /** Makes a file of random bytes; gives its path. */
  make(name: string, sizeBytes: number): Promise<string>;
}

/** Connects two pages, after `prepare` has changed the one that receives. */
export async function connectFiles(
  name: BrowserName,
  prepare?: (receiver: ChatPage) => Promise<void>,
): Promise<FilePages> {
  const server = await startServer();
  const browser = await launch(name);
  const folder = await Deno.makeTempDir();
  const downloadPath = `${folder}/saved`;
  await Deno.mkdir(downloadPath);
  const room = `${server.url}/rooms/files`;
  const sender = await openChat(browser, room);
  const receiver = await openChat(browser, room, { downloadBehavior: { policy: "allow", downloadPath } });
  await prepare?.(receiver);
  await connect(sender, receiver);
  return {
    sender,
    receiver,
    mine: filesOf(sender),
    theirs: filesOf(receiver),
    folder,
    async make(name, sizeBytes) {
      await writeRandom(`${folder}/${name}`, sizeBytes);
      return `${folder}/${name}`;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server[Symbol.asyncDispose]();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** The files of a page. */
export function filesOf({ page }: ChatPage): LogFiles {
  const press = async (name: string) => {
    const found = await page.waitForFunction(
      (name) => {
        const all = document.querySelectorAll(".transfer button, .transfer a, .files-desk button");
        return [...all].find((it) => (it.getAttribute("aria-label") ?? it.textContent?.trim()) === name);
      },
      WAIT,
      name,
    );
    await (found.asElement() as ElementHandle<Element>).asLocator().click();
  };
  return {
    async choose(...paths) {
      const input = await page.waitForSelector(".clip[aria-disabled=false] + input[type=file]");
      await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
    },
    press,
    async reach(phase, count = 1) {
      await page.waitForFunction(
        (phase, count) => document.querySelectorAll(`.transfer[data-phase=${phase}]`).length === count,
        WAIT,
        phase,
        count,
      );
    },
    hold: () =>
      page.evaluate(() => {
        const { slice, arrayBuffer } = Blob.prototype;
        const released = new Promise<void>((resolve) => Object.assign(globalThis, { release: resolve }));
        Blob.prototype.slice = function (start = 0, ...rest) {
          const part = slice.call(this, start, ...rest);
          if (start < 4e6) return part;
          return Object.assign(part, { arrayBuffer: () => released.then(() => arrayBuffer.call(part)) });
        };
      }),
    release: async () => void await page.evaluate("release()"),
    async move() {
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll<HTMLProgressElement>(".transfer progress")].some(({ value }) => value > 2e6),
        WAIT,
      );
    },
    text: () => page.$eval("[role=log]", (log) => log.textContent ?? ""),
    checksum: () => page.$eval(".transfer code", (code) => code.textContent ?? ""),
  };
}

/** Makes a file of random bytes. */
export async function writeRandom(path: string, sizeBytes: number): Promise<void> {
  using file = await Deno.open(path, { write: true, create: true });
  const part = new Uint8Array(65_536);
  for (let left = sizeBytes; left > 0; left -= part.length) {
    await file.write(crypto.getRandomValues(part).subarray(0, left));
  }
}

/** Waits until a browser has downloaded a file of this size. */
export async function waitForFile(path: string, sizeBytes: number): Promise<void> {
  const folder = path.slice(0, path.lastIndexOf("/"));
  const isThere = () => Deno.stat(path).then(({ size }) => size === sizeBytes, () => false);
  using watcher = Deno.watchFs(folder);
  const come = async () => {
    if (await isThere()) return;
    for await (const _ of watcher) if (await isThere()) return;
  };
  await patiently(path, come());
}

/** The SHA-256 of a file. */
export async function hashFile(path: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await Deno.readFile(path));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

import type { ElementHandle } from "puppeteer-core";
import type { ChatPage } from "@/testing/chat.ts";
import { patiently } from "@/testing/patience.ts";

const WAIT = { polling: 100 } as const;

/** A page's files, used as a person would. */
export interface FilesPart {
  /** Opens the part, which is closed at first, and waits until its code has come. */
  open(): Promise<void>;
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
  /** What the part says. */
  text(): Promise<string>;
  checksum(): Promise<string>;
}

/** The files of a page. */
export function filesOf({ page, openDetails }: ChatPage): FilesPart {
  const press = async (name: string) => {
    await openDetails();
    const found = await page.waitForFunction(
      (name) => {
        const all = document.querySelectorAll("#files button, #files a");
        return [...all].find((it) => (it.getAttribute("aria-label") ?? it.textContent?.trim()) === name);
      },
      WAIT,
      name,
    );
    await (found.asElement() as ElementHandle<Element>).asLocator().click();
  };
  return {
    async open() {
      await openDetails();
      await page.locator("#files > summary").click();
      await page.waitForSelector("#files input[type=file]");
    },
    async choose(...paths) {
      const input = await page.waitForSelector("#files input[type=file]:enabled");
      await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
    },
    press,
    async reach(phase, count = 1) {
      await page.waitForFunction(
        (phase, count) => document.querySelectorAll(`#files [data-phase=${phase}]`).length === count,
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
        () => [...document.querySelectorAll<HTMLProgressElement>("#files progress")].some(({ value }) => value > 2e6),
        WAIT,
      );
    },
    text: () => page.$eval("#files", (files) => files.textContent ?? ""),
    checksum: () => page.$eval("#files code", (code) => code.textContent ?? ""),
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

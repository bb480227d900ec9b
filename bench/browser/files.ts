import { fileURLToPath } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { type BrowserName, findBrowser, launch } from "@/testing/browsers.ts";
import { print } from "../print.ts";
import { median } from "@/testing/statistics.ts";
import type { FilesPage } from "./files_page.ts";

const ROUNDS = 5;
const SIZE_BYTES = 32 * 1024 * 1024;
const PAIRS: [BrowserName, BrowserName][] = [["chromium", "firefox"], ["firefox", "chromium"], [
  "chromium",
  "chromium",
]];

/**
 * Compares a file transfer (offer, hashes on both sides, storage) with a loop that sends the same number of bytes over a
 * channel to a receiver that counts them. The two take turns over one connection.
 */
export async function benchFiles(): Promise<void> {
  const wanted = PAIRS.filter((pair) => pair.every((name) => findBrowser(name) !== undefined));
  if (wanted.length === 0) return print("Files: skipped, the browsers aren't installed");
  await using server = await servePage();
  print(
    `A file of ${SIZE_BYTES / 1024 ** 2} MiB, beside a bare loop over the same connection (medians of ${ROUNDS})`,
  );
  for (const [from, to] of wanted) {
    await using sending = await launch(from);
    await using receiving = await launch(to);
    const [bare, file] = await measure(await openPages(server.url, sending, receiving));
    const ratio = (bare / file).toFixed(2);
    print(`  ${from} to ${to}: ${ratio} times as fast, ${rate(file)} and ${rate(bare)}`);
  }
}

async function measure([sender]: [Page, Page]): Promise<[number, number]> {
  const bare: number[] = [];
  const file: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const one = await run(sender, (page, size) => page.sendBare(size), SIZE_BYTES);
    const other = await run(sender, (page, size) => page.sendFile(size), SIZE_BYTES);
    // The first round opens the congestion window.
    if (round === 0) continue;
    bare.push(one);
    file.push(other);
  }
  return [median(bare), median(file)];
}

async function openPages(url: string, ...browsers: [Browser, Browser]): Promise<[Page, Page]> {
  const pages: Page[] = [];
  for (const browser of browsers) {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => "filesPage" in globalThis);
    pages.push(page);
  }
  const [sender, receiver] = pages as [Page, Page];
  const offer = await run(sender, (page) => page.offer(), undefined);
  const answer = await run(receiver, (page, sdp) => page.answer(sdp), offer);
  await run(sender, (page, sdp) => page.connect(sdp), answer);
  return [sender, receiver];
}

/** Calls the page's own code. */
async function run<I, O>(page: Page, act: (page: FilesPage, input: I) => Promise<O>, input: I): Promise<O> {
  const handle = await page.evaluateHandle(() => (globalThis as unknown as { filesPage: FilesPage }).filesPage);
  // The function is passed as text, so it sees only its arguments.
  return await page.evaluate(act as (page: unknown, input: unknown) => Promise<O>, handle, input) as O;
}

/** Serves a page with only the code that is measured. */
async function servePage(): Promise<{ url: string } & AsyncDisposable> {
  const { outputFiles } = await Deno.bundle({
    entrypoints: [fileURLToPath(new URL("files_page.ts", import.meta.url))],
    platform: "browser",
    write: false,
  });
  const script = outputFiles?.[0]?.text();
  if (script === undefined) throw new Error("Cannot bundle the bench's page");
  const server = Deno.serve({ port: 0, onListen() {} }, ({ url }) => {
    const isScript = new URL(url).pathname === "/page.js";
    const body = isScript
      ? script
      : `<!doctype html><title>Files</title><script type="module" src="/page.js"></script>`;
    return new Response(body, { headers: { "content-type": isScript ? "text/javascript" : "text/html" } });
  });
  return { url: `http://localhost:${server.addr.port}`, [Symbol.asyncDispose]: () => server.shutdown() };
}

function rate(ms: number): string {
  return `${(SIZE_BYTES / 1e6 / (ms / 1_000)).toFixed(1)} MB/s`;
}

import type { Browser } from "puppeteer-core";
import { findBrowser, launch } from "@/testing/browsers.ts";
import { startServer } from "@/testing/server.ts";
import { type Weighed, weighPage } from "@/testing/weight.ts";
import { print } from "../print.ts";
import { median } from "@/testing/statistics.ts";

const ROUNDS = 15;

/** How many times slower than this machine the page's processor is. */
const THROTTLE = 4;

/** The smallest page with a button that a script enables. */
const BARE = `<!doctype html><title>Bare</title><div class="roles"><button disabled>Start</button></div>
<script type="module" src="/bare.js"></script>`;
const BARE_SCRIPT = `document.querySelector("button").disabled = false;`;

/** Compares first paint and first usable button of a room's page with those of a page that has only a button. */
export async function benchPage(): Promise<void> {
  if (findBrowser("chromium") === undefined) return print("The page: skipped, Chromium isn't installed");
  await using server = await startServer();
  await using bare = serveBare();
  await using browser = await launch("chromium");
  const url = `${server.url}/rooms/tea`;
  const mine: Opening[] = [];
  const theirs: Opening[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    mine.push(await open(browser, url));
    theirs.push(await open(browser, bare.url));
  }
  print(
    `A room's page in Chromium, with an empty cache and a processor slowed down ${THROTTLE} times (medians of ${ROUNDS})`,
  );
  for (const key of ["paintMs", "interactiveMs"] as const) {
    const [own, least] = [mine, theirs].map((all) => median(all.map((it) => it[key])));
    const name = key === "paintMs" ? "first paint" : "first button usable";
    print(
      `  ${name}: ${(own! / least!).toFixed(1)} times a bare page's, ${own!.toFixed(0)} ms and ${least!.toFixed(0)} ms`,
    );
  }
  const responses = await weighPage(browser, url);
  const scripts = responses.filter(({ type }) => type === "Script");
  print(
    `  on the wire: ${kib(responses)} in ${responses.length} responses; scripts ${kib(scripts)} in ${scripts.length}`,
  );
}

function kib(responses: readonly Weighed[]): string {
  return `${
    (responses.reduce((sum, { headBytes, bodyBytes }) => sum + headBytes + bodyBytes, 0) / 1024).toFixed(1)
  } KiB`;
}

/** The times from the start of a navigation to its first paint and its first usable button. */
interface Opening {
  readonly paintMs: number;
  readonly interactiveMs: number;
}

async function open(browser: Browser, url: string): Promise<Opening> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.emulateCPUThrottling(THROTTLE);
  await page.evaluateOnNewDocument(noteInteractive);
  await page.goto(url, { waitUntil: "networkidle0" });
  const opening = await page.evaluate(() => ({
    paintMs: performance.getEntriesByName("first-contentful-paint")[0]!.startTime,
    interactiveMs: (globalThis as unknown as { interactiveMs: number }).interactiveMs,
  }));
  await context.close();
  return opening;
}

function noteInteractive(): void {
  const look = () => {
    if (document.querySelector(".roles button:not([disabled])") === null) requestAnimationFrame(look);
    else Object.assign(globalThis, { interactiveMs: performance.now() });
  };
  requestAnimationFrame(look);
}

function serveBare(): { url: string } & AsyncDisposable {
  const server = Deno.serve({ port: 0, onListen: () => {} }, ({ url }) => {
    const isScript = url.endsWith("/bare.js");
    const headers = { "content-type": isScript ? "text/javascript" : "text/html" };
    return new Response(isScript ? BARE_SCRIPT : BARE, { headers });
  });
  return { url: `http://localhost:${server.addr.port}/`, [Symbol.asyncDispose]: () => server.shutdown() };
}

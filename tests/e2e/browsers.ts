import puppeteer, { type Browser, type Page, ProtocolError, TimeoutError } from "puppeteer-core";
import { testThatNeeds } from "./needs.ts";

/** The browsers that the tests drive. */
export type BrowserName = "chromium" | "firefox";

const PROGRAMS: Record<BrowserName, readonly string[]> = {
  chromium: ["chromium", "chromium-browser", "google-chrome"],
  firefox: ["firefox-esr", "firefox"],
};

/** Chromium runs as root in CI, and must not look for the internet there. */
const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where a browser is installed, or `undefined`. */
export function findBrowser(name: BrowserName): string | undefined {
  return findProgram(PROGRAMS[name]);
}

/** Where the first of these programs that is installed is, or `undefined`. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (Deno.env.get("PATH") ?? "").split(Deno.build.os === "windows" ? ";" : ":");
  return names.flatMap((program) => folders.map((folder) => `${folder}/${program}`)).find(isFile);
}

/**
 * Defines a test that needs browsers. Where one of them, or something else, is missing it is skipped, and says how to
 * get it; with `CI=true` it fails. Where a wait runs out, as on a machine that does too much at once, it is run once
 * more, and says so.
 */
export function browserTest(
  name: string,
  browsers: readonly BrowserName[],
  run: () => Promise<void>,
  missingElse: readonly string[] = [],
): void {
  const missing = [...browsers.filter((browser) => findBrowser(browser) === undefined), ...missingElse];
  const hint = `install ${missing.join(" and ")}, on Debian with: apt-get install -y chromium firefox-esr coturn`;
  testThatNeeds(missing.length === 0 ? undefined : hint, {
    name,
    sanitizeOps: false,
    sanitizeResources: false,
    fn: () =>
      run().catch((error) => {
        if (!isOutOfTime(error)) throw error;
        Deno.stderr.writeSync(new TextEncoder().encode(`Once more, for a wait has run out: ${name}\n${error}\n`));
        return run();
      }),
  });
}

function isOutOfTime(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof TimeoutError || error instanceof ProtocolError || isOutOfTime(error.cause);
}

/** A browser of its own profile, with pages that keep what their console said. */
export async function launch(name: BrowserName): Promise<Browser & AsyncDisposable> {
  const executablePath = findBrowser(name);
  if (executablePath === undefined) throw new Error(`Cannot find ${name}`);
  const browser = await puppeteer.launch({
    browser: name === "chromium" ? "chrome" : "firefox",
    executablePath,
    headless: true,
    protocolTimeout: 30_000,
    args: name === "chromium" ? [...CHROMIUM_ARGS] : [],
  });
  return Object.assign(browser, { [Symbol.asyncDispose]: () => browser.close() });
}

/** Opens a page and waits until it can be used. */
export async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: "load" });
  return page;
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

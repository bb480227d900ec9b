import puppeteer, { type Browser, type BrowserContextOptions, type LaunchOptions, type Page } from "puppeteer-core";
import { testThatNeeds } from "./needs.ts";
import { PATIENCE_MS } from "./patience.ts";

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
 * get it; with `CI=true` it fails.
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
    fn: run,
  });
}

/** Starts a browser with a profile of its own. */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Browser & AsyncDisposable> {
  const executablePath = findBrowser(name);
  if (executablePath === undefined) throw new Error(`Cannot find ${name}`);
  const browser = await puppeteer.launch({
    browser: name === "chromium" ? "chrome" : "firefox",
    executablePath,
    headless: true,
    timeout: PATIENCE_MS,
    // A wait is one command of the protocol: it ends first, and says what it waited for.
    protocolTimeout: 2 * PATIENCE_MS,
    ...options,
    args: [...(name === "chromium" ? CHROMIUM_ARGS : []), ...(options.args ?? [])],
  });
  return Object.assign(browser, { [Symbol.asyncDispose]: () => browser.close() });
}

/** Opens a window with an empty page. A tab behind another one draws no frames, which clicks wait for. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.createBrowserContext(options)).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

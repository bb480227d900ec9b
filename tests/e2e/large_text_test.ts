import { assertEquals } from "@std/assert";
import type { Page } from "puppeteer-core";
import { violationsOf } from "./accessible.ts";
import { type BrowserName, browserTest, launch, openWindow } from "@/testing/browsers.ts";
import { startServer } from "@/testing/server.ts";

const PAGES = ["/", "/rooms/tea", "/rooms/tea?as=callee", "/learn", "/problems"];
const PHONE = { width: 360, height: 740 };

/** What a figure says. */
const LABELS = ".figure span, .ladder-heads .lane, .ladder-rows .words, .ladder-rows .time";

/** How people make text twice as large, by a setting of the browser. */
const SETTINGS = {
  chromium: { args: ["--blink-settings=defaultFontSize=32"] },
  firefox: { extraPrefsFirefox: { "font.size.variable.x-western": 32 } },
};

for (const name of ["chromium", "firefox"] satisfies BrowserName[]) {
  browserTest(`with text of 200 % a phone shows pages and figures whole in ${name}`, [name], async () => {
    await using server = await startServer();
    await using browser = await launch(name, SETTINGS[name]);
    const page = await openWindow(browser);
    await page.setViewport(PHONE);
    for (const language of ["en", "de"]) {
      for (const path of PAGES) {
        const story = `${path} ${language}`;
        await open(page, server.url, path, language);
        assertEquals(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "32px");
        assertEquals(await overflowOf(page), 0, story);
        assertEquals(await cutLabels(page), [], story);
      }
    }
  });
}

for (const theme of ["light", "dark"]) {
  browserTest(`with text of 200 %, zoomed or in forced colours, every page is accessible, ${theme}`, [
    "chromium",
  ], async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    const page = await openWindow(browser);
    const scheme = { name: "prefers-color-scheme", value: theme };
    for (const path of PAGES) {
      await page.emulateMediaFeatures([scheme]);
      await page.setViewport(PHONE);
      await open(page, server.url, path, "de");
      await page.evaluate(() => document.documentElement.style.fontSize = "32px");
      assertEquals(await violationsOf(page), [], `large text: ${path}`);
      assertEquals(await overflowOf(page), 0, path);
      assertEquals(await cutLabels(page), [], path);

      await page.evaluate(() => document.documentElement.style.fontSize = "");
      await page.emulateMediaFeatures([scheme, { name: "forced-colors", value: "active" }]);
      assertEquals(await violationsOf(page), [], `forced colours: ${path}`);

      // What a window of 1280 × 800 becomes at 200 %.
      await page.emulateMediaFeatures([scheme]);
      await page.setViewport({ width: 640, height: 400, deviceScaleFactor: 2 });
      assertEquals(await violationsOf(page), [], `zoomed: ${path}`);
      assertEquals(await overflowOf(page), 0, path);
      assertEquals(await cutLabels(page), [], path);
    }
  });
}

async function open(page: Page, url: string, path: string, language: string) {
  const address = new URL(path, url);
  address.searchParams.set("lang", language);
  await page.goto(address.href);
}

/** How much wider than its window a page is, in pixels. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The labels that reach out of their figure, or whose text doesn't fit in them. */
function cutLabels(page: Page): Promise<string[]> {
  return page.$$eval(LABELS, (labels) => {
    const cut = labels.filter((label) => {
      const figure = label.closest(".figure, .ladder-heads, .ladder-rows")!.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(label);
      const { left, right } = range.getBoundingClientRect();
      return left < figure.left - 1 || right > figure.right + 1 || label.scrollWidth > label.clientWidth + 1;
    });
    return cut.map((label) => label.textContent ?? "");
  });
}

import { assert, assertEquals, assertGreater, assertStringIncludes } from "@std/assert";
import type { Browser, Page } from "puppeteer-core";
import { browserTest, launch } from "./browsers.ts";
import { type ChatPage, connect, openChat } from "./chat.ts";
import { startServer } from "./server.ts";

const FOLDER = new URL("../../docs/screenshots/", import.meta.url);
const WIDTHS = [360, 768, 1280];
const HEIGHT = 900;
const THEMES = ["light", "dark"] as const;

/** The pages without a call, and what each says. */
const PAGES: Record<string, readonly [path: string, text: string]> = {
  lobby: ["/", "Two browsers, one direct line"],
  learn: ["/learn", "Signaling"],
  problems: ["/problems", "offer-replaced"],
};

/** `UPDATE_SCREENSHOTS=true` makes the pictures in `docs/screenshots/` anew. */
const isUpdate = Deno.env.get("UPDATE_SCREENSHOTS") === "true";

browserTest("the documents' pictures are of the pages", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  for (const [name, [path, text]] of Object.entries(PAGES)) {
    const page = await openPage(browser, server.url + path);
    assertStringIncludes(await page.$eval("main", (main) => main.textContent ?? ""), text);
    await take(page, name);
    await page.browserContext().close();
  }
});

browserTest("the documents' pictures are of a call and its ladder", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, `${server.url}/rooms/tea`);
  const callee = await openChat(browser, `${server.url}/rooms/tea`);
  await caller.page.locator("#ladder > summary").click();
  await caller.page.waitForSelector(".ladder");
  await connect(caller, callee);
  await server.kill();
  await chat(caller, callee);
  await caller.page.waitForFunction(() => document.querySelector("#ladder")?.textContent?.includes("direct:"));
  await take(caller.page, "call");
  await take(caller.page, "ladder", "#ladder");
});

async function chat(caller: ChatPage, callee: ChatPage) {
  await caller.say("Hi! Is this really going straight from my browser to yours?");
  await callee.say("It is. I stopped the server a minute ago.");
  await caller.hear("I stopped the server");
  await caller.say("Then nobody can read along. Tea at five?");
  await callee.hear("Tea at five?");
  await callee.say("Tea at five.");
  await caller.count(4);
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.goto(url, { waitUntil: "networkidle0" });
  return page;
}

/** Takes a page in every width and theme, from its top or from an element on, and looks at what is kept of each. */
async function take(page: Page, name: string, from?: string) {
  for (const theme of THEMES) {
    const grounds: number[] = [];
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: theme },
      // Nothing is to be on its way from one colour or place to another.
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await page.mouse.move(0, 0);
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: HEIGHT });
      await page.evaluate((selector) => {
        if (selector === undefined) scrollTo(0, 0);
        else document.querySelector(selector)?.scrollIntoView({ block: "start", behavior: "instant" });
      }, from);
      const picture = await page.screenshot();
      const file = new URL(`${name}-${width}-${theme}.png`, FOLDER);
      if (isUpdate) await Deno.writeFile(file, picture);
      const kept = await Deno.readFile(file);
      for (const png of [picture, kept]) {
        assertEquals(sizeOf(png), { width, height: HEIGHT }, file.pathname);
        // An empty page of this size is a few kilobytes.
        assertGreater(png.length, 12_000, file.pathname);
      }
      grounds.push(await groundOf(page));
    }
    assert(grounds.every((light) => theme === "light" ? light > 200 : light < 60), `${name} ${theme}: ${grounds}`);
  }
}

/** How light the page's ground is, from 0 to 255. */
async function groundOf(page: Page): Promise<number> {
  const [red = 0] = await page.$eval(
    "html",
    (html) => getComputedStyle(html).backgroundColor.match(/\d+/g)!.map(Number),
  );
  return red;
}

/** The size that a PNG tells in its first chunk (RFC 2083, section 4.1.1). */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

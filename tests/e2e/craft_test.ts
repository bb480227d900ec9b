import { assert, assertEquals, assertLess } from "@std/assert";
import type { Browser } from "puppeteer-core";
import { violationsOf, watch } from "./accessible.ts";
import { browserTest, launch, openWindow } from "@/testing/browsers.ts";
import { connect, openChat, talk } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

const PAGES = ["/", "/rooms/tea", "/rooms/tea?as=callee", "/learn", "/problems", "/nowhere"];
const THEMES = ["light", "dark"] as const;

/** Each language at one width: both have to fit, and axe takes its time. */
const VIEWS = [{ language: "en", width: 1280 }, { language: "de", width: 320 }] as const;

browserTest(
  "every page is accessible, quiet, its own and still, in both themes and languages",
  ["chromium"],
  async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    for (const path of PAGES) {
      for (const theme of THEMES) await look(browser, new URL(path, server.url), theme);
    }
  },
);

async function look(browser: Browser, address: URL, theme: "light" | "dark") {
  const page = await openWindow(browser);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  const watched = await watch(page, address.origin);
  for (const { language, width } of VIEWS) {
    address.searchParams.set("lang", language);
    await page.setViewport({ width, height: 800 });
    await page.goto(address.href, { waitUntil: "networkidle0" });
    const story = `${address} ${theme} ${width}`;
    assertEquals(await violationsOf(page), [], story);
    assertLess(await watched.shift(), 0.001, `The layout shifts: ${story}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert(overflow <= 0, `${overflow}px wider than the window: ${story}`);
  }
  // A browser says so itself where a page isn't found.
  const isLost = address.pathname === "/nowhere";
  assertEquals(watched.errors.filter((text) => !isLost || !text.includes("404")), [], address.href);
  assertEquals(watched.strangers, [], address.href);
  await page.browserContext().close();
}

for (const theme of THEMES) {
  browserTest(
    `a call with all its parts open is accessible and quiet in the ${theme} theme`,
    ["chromium"],
    async () => {
      await using server = await startServer();
      await using browser = await launch("chromium");
      const caller = await openChat(browser, `${server.url}/rooms/tea`);
      const callee = await openChat(browser, `${server.url}/rooms/tea`);
      const watched = await watch(caller.page, server.url);
      await caller.reload();
      await caller.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
      for (const summary of await caller.page.$$("details.part > summary")) await summary.press("Enter");
      await connect(caller, callee);
      await talk(caller, callee);
      await caller.openDetails();
      await caller.page.waitForFunction(() => document.querySelectorAll(".part-body > .hint").length === 0, {
        polling: "mutation",
      });
      assertEquals(await violationsOf(caller.page), []);
      await callee.click("Hang up");
      await caller.reach("ended");
      assertEquals(await violationsOf(caller.page), []);
      assertEquals(watched.errors, []);
      assertEquals(watched.strangers, []);
    },
  );
}

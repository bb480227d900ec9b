import { assert, assertEquals } from "@std/assert";
import type { Page } from "puppeteer-core";
import { violationsOf } from "./accessible.ts";
import { browserTest, launch } from "@/testing/browsers.ts";
import { connect, openChat, talk } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

const THEMES = ["light", "dark"] as const;

browserTest("in forced colours bubbles and primary buttons have borders of their own", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, `${server.url}/rooms/forced`);
  const callee = await openChat(browser, `${server.url}/rooms/forced`);
  const { page } = caller;
  await connect(caller, callee);
  await talk(caller, callee);
  for (const theme of THEMES) {
    await page.emulateMediaFeatures([
      { name: "forced-colors", value: "active" },
      { name: "prefers-color-scheme", value: theme },
    ]);
    const [mine, theirs] = [await borderOf(page, ".me .bubble"), await borderOf(page, ".them .bubble")];
    assert(theirs >= 1 && mine > theirs, `${mine} and ${theirs}`);
    assert(await borderOf(page, ".composer .primary") > await borderOf(page, "#hang-up"));
    // Otherwise the text of a button with a ground of its own gets another one behind it.
    const adjusted = await page.$eval(".composer .primary", (it) => getComputedStyle(it).forcedColorAdjust);
    assertEquals(adjusted, "none");
    assertEquals(await violationsOf(page), []);
  }
});

browserTest("a direct connection has one colour in figure, status, diagram and connection", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, `${server.url}/rooms/direct`);
  const callee = await openChat(browser, `${server.url}/rooms/direct`);
  const { page } = caller;
  for (const part of ["ladder", "connection"]) {
    await page.$eval(`#${part}`, (it) => (it as HTMLDetailsElement).open = true);
  }
  await connect(caller, callee);
  await caller.openDetails();
  await Promise.all([page.waitForSelector(".ladder-rows .path"), page.waitForSelector(".connection-kind strong")]);
  for (const theme of THEMES) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    const colors = await page.evaluate(() => {
      const colorOf = (selector: string, property: "color" | "stroke" | "fill") =>
        getComputedStyle(document.querySelector(selector)!)[property];
      return [
        colorOf(".figure .line", "stroke"),
        colorOf(".figure .peer", "fill"),
        colorOf("#status h2", "color"),
        colorOf(".ladder-rows .path .way", "stroke"),
        colorOf(".ladder-rows .path .end", "fill"),
        colorOf(".connection-kind strong", "color"),
      ];
    });
    assertEquals(new Set(colors).size, 1, colors.join("\n"));
  }
});

/** The width of an element's border in pixels; 0 if nothing of it shows. */
async function borderOf(page: Page, selector: string): Promise<number> {
  return await page.$eval(selector, (element) => {
    const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element);
    return borderTopStyle === "none" || borderTopColor === backgroundColor ? 0 : Number.parseFloat(borderTopWidth);
  });
}

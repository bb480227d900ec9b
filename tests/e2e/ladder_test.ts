import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Page } from "puppeteer-core";
import { isRecording } from "@/lib/ladder/mod.ts";
import { violationsOf } from "./accessible.ts";
import { browserTest, launch } from "@/testing/browsers.ts";
import { connect, openChat } from "@/testing/chat.ts";
import { patiently } from "@/testing/patience.ts";
import { startServer } from "@/testing/server.ts";

browserTest("the ladder is drawn as a call goes on, walked by keys, read as text, and saved without addresses", [
  "chromium",
], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, `${server.url}/rooms/ladder-test`);
  const callee = await openChat(browser, `${server.url}/rooms/ladder-test`);
  const { page } = caller;
  await page.locator("#ladder > summary").click();
  await page.waitForSelector(".ladder-empty");
  const height = await frameHeight(page);

  await connect(caller, callee);
  await caller.openDetails();
  await page.waitForSelector(".ladder-rows .path");
  assertEquals(await frameHeight(page), height);
  const labels = await labelsOf(page);
  assertEquals(labels.filter((label) => /^(offer|answer)/.test(label)).length, 2, labels.join("\n"));
  assert(labels.some((label) => label.startsWith("direct:")));
  for (const value of ["dark", "light"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
    assertEquals(await violationsOf(page), [], value);
  }

  // By keys from the first arrow to the last, and back.
  const keys = await page.$$eval(".ladder-rows [data-key]", (all) => all.map((it) => it.getAttribute("data-key")));
  await page.focus("#ladder > summary");
  await page.keyboard.press("Tab");
  for (const [key, expected] of [["End", keys.at(-1)], ["ArrowUp", keys.at(-2)], ["Home", keys[0]]] as const) {
    await page.keyboard.press(key);
    assertEquals(await page.evaluate(() => document.activeElement?.getAttribute("data-key")), expected, key);
  }
  await page.keyboard.press("Enter");
  await page.waitForSelector(".inspector");
  await page.keyboard.press("Escape");
  const smallest = await page.$$eval(".ladder-rows .opens", (all) => {
    return Math.min(...all.map((it) => it.getBoundingClientRect().height));
  });
  assert(smallest >= 24);

  await page.locator(".ladder-text > summary").click();
  const text = await page.waitForFunction(() => document.querySelector(".ladder-list")?.textContent);
  assertStringIncludes((await text.jsonValue())!, "You're connected directly, without the server");

  const folder = await Deno.makeTempDir();
  const session = await browser.target().createCDPSession();
  const browserContextId = page.browserContext().id!;
  await session.send("Browser.setDownloadBehavior", {
    behavior: "allow",
    downloadPath: folder,
    browserContextId,
    eventsEnabled: true,
  });
  const saves = async (button: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    session.on("Browser.downloadProgress", ({ state }) => state === "completed" && resolve());
    await caller.click(button);
    await patiently(button, promise);
  };
  await saves("Picture (SVG)");
  assertMatch(await Deno.readTextFile(`${folder}/toucan.svg`), /^<svg [^]*direct: [^]*<\/svg>\n$/);
  await saves("Recording (JSON)");
  const json = await Deno.readTextFile(`${folder}/toucan.json`);
  assert(isRecording(JSON.parse(json)));
  assertEquals(json.match(/\d+\.\d+\.\d+\.\d+ \d+ typ|[\da-f]{8}-[\da-f-]+\.local|(?:[\dA-F]{2}:){8}/), null);
  assertStringIncludes(json, "a=fingerprint:sha-256 fingerprint-1");
  await Deno.remove(folder, { recursive: true });
});

function frameHeight(page: Page): Promise<number> {
  return page.$eval(".ladder-frame", (frame) => frame.getBoundingClientRect().height);
}

function labelsOf(page: Page): Promise<string[]> {
  return page.$$eval(".ladder-rows .words", (all) => all.map((it) => it.textContent ?? ""));
}

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Page } from "puppeteer-core";
import { noteOf } from "@/components/learn/note.ts";
import { RECORDED } from "@/components/learn/recorded.ts";
import { toLadder } from "@/lib/ladder/mod.ts";
import { learn } from "@/words/en/learn.ts";
import { inspector } from "@/words/en/inspector.ts";
import { type BrowserName, browserTest, launch, openWindow } from "@/testing/browsers.ts";
import { startServer } from "@/testing/server.ts";

const { flow, exchanged } = learn.sections;
const OFFER = exchanged.look.replace("{name}", exchanged.notes.offer.name);

for (const name of ["chromium", "firefox"] satisfies BrowserName[]) {
  browserTest(`/learn replays a call step by step in ${name}, with the keyboard alone`, [name], async () => {
    await using server = await startServer();
    await using browser = await launch(name);
    const page = await openLearn(await openWindow(browser), server.url);
    const all = await rows(page);
    assert(all > 8);

    await page.focus(".replay-card .primary");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".replay.walking");
    assertEquals(await rows(page), 1);
    assertStringIncludes(await text(page, ".replay-text"), learn.steps.began);

    await page.keyboard.press("End");
    await page.waitForFunction((all) => document.querySelectorAll(".ladder-rows .row").length === all, {}, all);
    assertStringIncludes(await text(page, ".replay-text"), noteOf(toLadder(RECORDED).rows.at(-1)!, learn.steps)!);
    assertEquals(await page.$$eval(".replay-steps [aria-current=step]", (it) => it.length), 1);
    await page.keyboard.press("ArrowLeft");
    await page.waitForFunction((all) => document.querySelectorAll(".ladder-rows .row").length === all - 1, {}, all);
    await page.keyboard.press("Home");
    await page.waitForFunction(() => document.querySelector(".replay.walking") === null);
  });
}

browserTest("/learn plays a call to its end, pauses, and plays it again", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const page = await openWindow(browser);
  // A reader has four seconds for each step: here it is the test that lets them pass.
  await page.evaluateOnNewDocument(() => {
    const steps = new Set<() => void>();
    Object.assign(globalThis, {
      steps,
      setInterval: (run: () => void) => (steps.add(run), run),
      clearInterval: (run: () => void) => steps.delete(run),
    });
  });
  await openLearn(page, server.url);
  const all = await rows(page);
  const press = async (name: string, timers: number) => {
    await page.locator(`.replay-card button ::-p-text(${name})`).click();
    await page.waitForFunction(`steps.size === ${timers}`);
  };
  const pass = () => page.evaluate("steps.forEach((run) => run())");
  const reach = (count: number) =>
    page.waitForFunction(`document.querySelectorAll(".ladder-rows .row").length === ${count}`);

  await press(flow.play, 1);
  await reach(1);
  await pass();
  await reach(2);
  await press(flow.pause, 0);
  await pass();
  assertEquals(await rows(page), 2);
  assert(2 < all);
  await press(flow.play, 1);
  for (let count = 3; count <= all; count++) {
    await pass();
    await reach(count);
  }
  await page.waitForFunction("steps.size === 0");
  await press(flow.play, 1);
  await reach(1);
});

browserTest("/learn opens what was sent, explains it, copies it and closes it", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const page = await openWindow(browser);
  await page.browserContext().setPermission(server.url, { permission: { name: "clipboard-write" }, state: "granted" });
  await openLearn(page, server.url);

  await page.locator(`button ::-p-text(${OFFER})`).click();
  await page.waitForSelector("#inspector-title:focus");
  const lines = await page.$$eval(
    ".inspected-lines > li > .inspected-line > code",
    (them) => them.map((it) => it.textContent),
  );
  assertEquals(lines[0], "v=0");
  assert(lines.includes("a=sctp-port:5000"));
  assertStringIncludes(await text(page, ".inspector"), inspector.lines.fingerprint.name);
  assertEquals(await page.$$eval(".inspector .unclear", (them) => them.map((it) => it.textContent)), []);
  await page.locator(`.inspector button ::-p-text(${inspector.copy})`).click();
  await page.waitForFunction(
    (copied) => document.querySelector(".inspector-copy")?.textContent?.includes(copied),
    {},
    inspector.copied,
  );

  await page.keyboard.press("Escape");
  await page.waitForFunction((offer) => document.activeElement?.textContent === offer, {}, OFFER);
  assertEquals(await page.$(".inspector"), null);

  // An arrow of the figure does the same, by click or by key.
  await page.$eval(".ladder-rows [tabindex='0']", (arrow) => (arrow as HTMLElement).focus());
  await page.keyboard.press("Enter");
  await page.waitForSelector("#inspector-title:focus");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector(".inspector") === null);
  await page.locator(".ladder-rows .said.opens").click();
  await page.waitForSelector(".inspector");
});

browserTest("/learn is whole with JavaScript switched off", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const page = await openWindow(browser);
  await page.setJavaScriptEnabled(false);
  await page.goto(`${server.url}/learn`);
  await page.setViewport({ width: 360, height: 800 });
  assertEquals(await page.$$eval("button", (them) => them.filter((it) => it.checkVisibility()).length), 0);
  assertEquals(await rows(page), (await page.$$(".replay-steps li")).length);
  assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), 360);
});

browserTest("/learn plays nothing by itself where motion isn't wanted", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const page = await openWindow(browser);
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await openLearn(page, server.url);
  assertEquals(await page.$eval(".replay-play", (it) => it.checkVisibility()), false);
  await page.locator(`.replay-card button ::-p-text(${flow.next})`).click();
  await page.waitForSelector(".replay.walking");
  assertEquals(await page.evaluate(() => document.getAnimations().length), 0);
});

async function openLearn(page: Page, url: string): Promise<Page> {
  await page.goto(`${url}/learn?lang=en`);
  await page.waitForSelector(".replay-card .primary:enabled");
  return page;
}

function rows(page: Page): Promise<number> {
  return page.$$eval(".ladder-rows .row", (them) => them.length);
}

async function text(page: Page, selector: string): Promise<string> {
  return await page.$eval(selector, (it) => it.textContent ?? "");
}

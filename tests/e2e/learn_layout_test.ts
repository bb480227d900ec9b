import { assert, assertEquals } from "@std/assert";
import type { Page } from "puppeteer-core";
import { learn as learnDe } from "@/words/de/learn.ts";
import { learn } from "@/words/en/learn.ts";
import { type BrowserName, browserTest, launch, openWindow } from "@/testing/browsers.ts";
import { connect, openChat } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

const SIZES = [[360, 740], [768, 900], [1280, 800]] as const;
/** How far from its arrow what explains it may begin, in pixels. */
const MAX_AWAY_PX = 320;

const FLOWS = { en: learn.sections.flow, de: learnDe.sections.flow };

for (const name of ["chromium", "firefox"] satisfies BrowserName[]) {
  browserTest(`/learn covers no step's arrow, and says when the round is over, in ${name}`, [name], async () => {
    await using server = await startServer();
    await using browser = await launch(name);
    const page = await openWindow(browser);
    for (const [width, height] of SIZES) {
      const language = width === 360 ? "de" : "en";
      await openLearn(page, `${server.url}/learn?lang=${language}`, { width, height });
      const steps = (await page.$$(".replay-steps li")).length;
      for (let step = 1; step <= steps; step++) {
        await next(page);
        await page.waitForFunction(`document.querySelectorAll(".ladder-rows .row").length === ${step}`);
        const { row, card } = await placesOf(page, ".ladder-rows .row:last-child", ".replay-card");
        const story = `step ${step} at ${width}×${height}`;
        assert(row.isSeen, story);
        assert(card.top >= 0 && card.bottom <= height, story);
        assert(card.left >= row.right || card.top >= row.bottom, story);
        const label = await page.$eval(".replay-card .primary", (button) => button.textContent);
        assertEquals(label, FLOWS[language][step === steps ? "whole" : "next"], story);
      }
      await next(page);
      await page.waitForFunction(() => document.querySelector(".replay.walking") === null);
    }
  });

  browserTest(`/learn opens the inspector beside its arrow in ${name}`, [name], async () => {
    await using server = await startServer();
    await using browser = await launch(name);
    const page = await openWindow(browser);
    for (const [width, height] of SIZES) {
      await openLearn(page, `${server.url}/learn`, { width, height });
      for (const arrow of await page.$$(".ladder-rows .opens")) {
        await arrow.click();
        await page.waitForSelector("#inspector-title:focus");
        await assertBeside(page, ".ladder-rows .opened", width < 768 ? "below" : "right");
        await page.keyboard.press("Escape");
        await page.waitForSelector(".inspector", { hidden: true });
      }
      await page.keyboard.press("Tab");
      await page.focus(".replay-card .primary");
      // To the first step with something inside.
      const inside = await page.$$eval(".ladder-rows .row", (rows) => rows.findIndex((it) => it.matches(".opens")) + 1);
      for (let step = 1; step <= inside; step++) await page.keyboard.press("ArrowRight");
      await page.waitForFunction(`document.querySelectorAll(".ladder-rows .row").length === ${inside}`);
      await page.locator(".replay-buttons button:last-child").click();
      await page.waitForSelector("#inspector-title:focus");
      await assertBeside(page, ".ladder-rows .row:last-child", width < 768 ? "below" : "right");
    }
  });
}

browserTest("the inspector of a call opens beside its arrow", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, `${server.url}/rooms/beside`);
  const callee = await openChat(browser, `${server.url}/rooms/beside`);
  const { page } = caller;
  await page.evaluate(() => (document.querySelector("#ladder") as HTMLDetailsElement).open = true);
  await connect(caller, callee);
  await caller.openDetails();
  await page.waitForSelector(".ladder-rows .path");
  for (const [width, height] of SIZES) {
    await page.setViewport({ width, height });
    // By the keyboard: after another size, a bar that sticks to the top may cover the arrow.
    await page.focus(".ladder-rows .said.opens");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#inspector-title:focus");
    await assertBeside(page, ".ladder-rows .said.opens", "below");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".inspector", { hidden: true });
  }
});

async function openLearn(page: Page, url: string, viewport: { width: number; height: number }) {
  await page.setViewport(viewport);
  await page.goto(url);
  await page.waitForSelector(".replay-card .primary:enabled");
}

function next(page: Page): Promise<void> {
  return page.$eval(".replay-card .primary", (button) => (button as HTMLElement).click());
}

/** The inspector is in the window, and covers nothing of its arrow. */
async function assertBeside(page: Page, arrow: string, where: "below" | "right") {
  const { row, card } = await placesOf(page, arrow, ".inspector");
  const story = `${JSON.stringify({ row, card })} ${where}`;
  assert(row.isSeen, story);
  assert(where === "below" ? card.top >= row.bottom : card.left >= row.right, story);
  assert(card.top >= 0 && card.top < row.bottom + MAX_AWAY_PX, story);
}

interface Place {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** It lies within the window, and nothing covers its corners or its middle. */
  isSeen: boolean;
}

/** Where a row and what explains it are. */
function placesOf(page: Page, row: string, card: string): Promise<{ row: Place; card: Place }> {
  return page.evaluate(
    (row, card) => {
      const placeOf = (selector: string) => {
        const element = document.querySelector(selector)!;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const xs = [left + 2, (left + right) / 2, right - 2];
        const ys = [top + 2, (top + bottom) / 2, bottom - 2];
        const isInside = top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
        const isSeen = isInside && xs.every((x) => ys.every((y) => element.contains(document.elementFromPoint(x, y))));
        return { left, right, top, bottom, isSeen };
      };
      return { row: placeOf(row), card: placeOf(card) };
    },
    row,
    card,
  );
}

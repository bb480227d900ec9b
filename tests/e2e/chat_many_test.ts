import { assert, assertEquals, assertLess, assertLessOrEqual } from "@std/assert";
import type { Page } from "puppeteer-core";
import { browserTest, launch } from "@/testing/browsers.ts";
import { type ChatPage, openChat } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";
import { answerAsStranger } from "./stranger.ts";

const MANY = 10_000;
const BATCH = 100;

browserTest("the 10,000th message costs about what the 100th does", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const { reader, say } = await readerAndStranger(browser, `${server.url}/rooms/many`);
  await say(1, BATCH, 20);
  const early = await costOf(reader.page, () => say(BATCH + 1, 2 * BATCH, 20));
  await say(2 * BATCH + 1, MANY - BATCH);
  const late = await costOf(reader.page, () => say(MANY - BATCH + 1, MANY, 20));
  const figures = `${early.toFixed(2)} ms a message at first, ${late.toFixed(2)} ms at the end`;
  assertLess(late, 2 * early, figures);
  assertLessOrEqual(await reader.page.$$eval("[role=log] li", (items) => items.length), 120);
  assertEquals((await textsInView(reader)).at(-1), `message ${MANY}`);
});

browserTest(
  "scrolling back shows older messages without a jump, and one click returns",
  ["chromium"],
  async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    const { reader, say } = await readerAndStranger(browser, `${server.url}/rooms/back`);
    await say(1, 300);
    const { page } = reader;
    await page.focus("[role=log]");
    const seen = new Set(await textsInView(reader));
    // A page up shows what comes before, and leaves a line of what was there: nothing is skipped.
    for (let pages = 0; pages < 300 && !seen.has("message 1"); pages++) {
      const before = await textsInView(reader);
      await page.keyboard.press("PageUp");
      const after = await settled(reader);
      assert(after.some((text) => seen.has(text)), `${before} then ${after}`);
      after.forEach((text) => seen.add(text));
    }
    assertEquals(seen.size, 300);
    // What comes meanwhile moves nothing.
    const before = await settled(reader);
    await say(301, 600);
    await page.waitForSelector(".latest");
    assertEquals(await settled(reader), before);
    assertLessOrEqual(await page.$$eval("[role=log] li", (items) => items.length), 120);
    await reader.click("New messages");
    await page.waitForFunction(() => document.querySelector("[role=log] li:last-child")!.textContent!.includes("600"));
    assertEquals((await settled(reader)).at(-1), "message 600");
    assertEquals(await page.$(".latest"), null);
  },
);

/** A page, and a client that writes `message 1` and so on. */
async function readerAndStranger(browser: Awaited<ReturnType<typeof launch>>, room: string) {
  const reader = await openChat(browser, room);
  await reader.start("caller");
  await reader.reach("waiting");
  const stranger = await answerAsStranger(browser, room);
  await reader.reach("open");
  return {
    reader,
    async say(first: number, last: number, everyMs?: number) {
      await stranger.say(Array.from({ length: last - first + 1 }, (_, index) => `message ${first + index}`), everyMs);
      await reader.page.waitForFunction(
        (text) =>
          document.querySelector(".latest") !== null ||
          document.querySelector("[role=log] li:last-child .bubble")?.textContent === text,
        { polling: 100 },
        `message ${last}`,
      );
    },
  };
}

/** How much time of a processor the page took for each message, in milliseconds: what else the machine does counts for nothing. */
async function costOf(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.createCDPSession();
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const read = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")!.value;
  };
  const before = await read();
  await work();
  const after = await read();
  await session.detach();
  return (after - before) * 1_000 / BATCH;
}

/** The messages of which a reader sees something. */
function textsInView({ page }: Pick<ChatPage, "page">): Promise<string[]> {
  return page.$eval("[role=log]", (log) => {
    const { top, bottom } = log.getBoundingClientRect();
    const bubbles = [...log.querySelectorAll(".bubble")].filter((bubble) => {
      const box = bubble.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    });
    return bubbles.map(({ textContent }) => textContent ?? "");
  });
}

/** The same, once scrolling has come to rest. */
async function settled({ page }: ChatPage): Promise<string[]> {
  await page.evaluate(async () => {
    const log = document.querySelector("[role=log]")!;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const position = () => `${log.querySelector("li")?.textContent} ${log.scrollTop}`;
    for (let still = 0, last = position(); still < 5; last = position()) {
      await frame();
      still = position() === last ? still + 1 : 0;
    }
  });
  return await textsInView({ page });
}

import { assertEquals } from "@std/assert";
import type { Page } from "puppeteer-core";
import { violationsOf } from "./accessible.ts";
import { browserTest, launch } from "@/testing/browsers.ts";
import { connect, openChat } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

const SIZES = [[360, 740], [1280, 800], [1366, 680], [1440, 900]] as const;

for (const name of ["chromium", "firefox"] as const) {
  for (const [width, height] of SIZES) {
    browserTest(`${name}, ${width}×${height}: the first messages of a talk are seen whole, and nothing scrolls`, [
      name,
    ], async () => {
      await using server = await startServer();
      await using browser = await launch(name);
      const [caller, callee] = await Promise.all([openChat(browser, server.url), openChat(browser, server.url)]);
      for (const { page } of [caller, callee]) await page.setViewport({ width, height });
      await connect(caller, callee);
      for (const text of ["one", "two", "three"]) {
        await caller.say(text);
        await callee.hear(text);
        await callee.say(`${text} too`);
        await caller.hear(`${text} too`);
      }
      for (const { page } of [caller, callee]) {
        assertEquals(await outOfSight(page, ".bubble"), []);
        assertEquals(await outOfSight(page, "#status h2, #message, .composer .button, #hang-up"), []);
        assertEquals(await page.$$eval(".bubble", (all) => all.length), 6);
        assertEquals(await page.evaluate(() => [scrollX, scrollY, document.querySelector("[role=log]")!.scrollTop]), [
          0,
          0,
          0,
        ]);
      }
    });
  }
}

browserTest("during a talk the browser asks before it leaves the page, and links open another one", [
  "chromium",
], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [caller, callee] = await Promise.all([openChat(browser, server.url), openChat(browser, server.url)]);
  // What the browser would ask follows what is drawn.
  const asks = (whether: boolean) =>
    caller.page.waitForFunction(
      (whether) => dispatchEvent(new Event("beforeunload", { cancelable: true })) !== whether,
      // The page that a link opens hides this one, which then draws no frames.
      { polling: 100 },
      whether,
    );
  await asks(false);
  await connect(caller, callee);
  await asks(true);
  const opened = new Promise<string>((resolve) => browser.once("targetcreated", (target) => resolve(target.url())));
  await caller.page.$eval("a[href='/learn']", (link) => (link as HTMLElement).click());
  await opened;
  assertEquals(await caller.page.$eval("#status", (status) => status.getAttribute("data-phase")), "open");
  await callee.click("Hang up");
  await caller.reach("ended");
  await asks(false);
});

browserTest("a second call keeps the conversation of the first, with a line between, and so does a copy of it", [
  "chromium",
], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [caller, callee] = await Promise.all([openChat(browser, server.url), openChat(browser, server.url)]);
  await connect(caller, callee);
  await caller.say("one");
  await callee.hear("one");
  await callee.click("Hang up");
  await caller.reach("ended");
  assertEquals(await outOfSight(caller.page, ".bubble, .roles .button"), []);
  await connect(caller, callee);
  await callee.say("two");
  await caller.hear("two");
  assertEquals(
    await caller.page.$$eval("[role=log] :is(.bubble, .divider)", (all) => all.map((it) => it.textContent)),
    [
      "one",
      "New call",
      "two",
    ],
  );
  await caller.page.browserContext().overridePermissions(server.url, ["clipboard-read", "clipboard-sanitized-write"]);
  await caller.page.bringToFront();
  await caller.openDetails();
  await caller.click("Copy the conversation");
  await caller.page.waitForFunction(() => document.querySelector(".talk-tools")?.textContent?.includes("Copied"));
  const copied = await caller.page.evaluate(() => navigator.clipboard.readText());
  assertEquals(copied.replaceAll(/\[.*?\]/g, "[]"), "[] You:\none\n\n[] Other side:\ntwo\n");
});

browserTest("the language of a talk changes in place", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [caller, callee] = await Promise.all([openChat(browser, server.url), openChat(browser, server.url)]);
  await connect(caller, callee);
  await callee.say("here");
  await caller.hear("here");
  await caller.openDetails();
  await caller.click("Deutsch");
  await caller.page.waitForFunction(() => document.querySelector("#status h2")?.textContent === "Verbunden");
  assertEquals(await caller.page.$eval("html", (html) => html.lang), "de");
  assertEquals(await caller.page.$eval(".message .copy", (button) => button.textContent), "Kopieren");
  assertEquals(new URL(caller.page.url()).search, "?lang=de");
  await callee.say("still here");
  await caller.hear("still here");
});

browserTest("a talk is accessible at 360 px in both themes, forced colours and text of 200 %, and nothing is cut", [
  "chromium",
], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [caller, callee] = await Promise.all([openChat(browser, server.url), openChat(browser, server.url)]);
  await caller.page.setViewport({ width: 360, height: 740 });
  await connect(caller, callee);
  await callee.say("A word, and https://example.org");
  await caller.hear("A word");
  for (const theme of ["light", "dark"]) {
    const scheme = { name: "prefers-color-scheme", value: theme };
    for (
      const [story, fontSize, features] of [
        ["as it is", "", [scheme]],
        ["large text", "32px", [scheme]],
        ["forced colours", "", [scheme, { name: "forced-colors", value: "active" }]],
      ] as const
    ) {
      await caller.page.emulateMediaFeatures([...features]);
      await caller.page.evaluate((size) => document.documentElement.style.fontSize = size, fontSize);
      assertEquals(await violationsOf(caller.page), [], `${theme}, ${story}`);
      assertEquals(
        await outOfSight(caller.page, ".bubble, #status h2, #message, .composer .button, #hang-up"),
        [],
        story,
      );
    }
  }
});

browserTest("a person who looks elsewhere hears that the other side came, wrote and left", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [caller, callee] = await Promise.all([openChat(browser, server.url), openChat(browser, server.url)]);
  await caller.page.evaluate(() => {
    Object.assign(globalThis, { notes: 0 });
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      Object.assign(globalThis, { notes: (globalThis as unknown as { notes: number }).notes + 1 });
      start.call(this, when);
    };
    document.hasFocus = () => false;
  });
  const heard = (notes: number) =>
    caller.page.waitForFunction((notes) => (globalThis as unknown as { notes: number }).notes === notes, {}, notes);
  await connect(caller, callee);
  await heard(2);
  await callee.say("hello");
  await heard(4);
  await callee.click("Hang up");
  await heard(6);
  await caller.openDetails();
  await caller.page.locator("::-p-text(Play a sound)").click();
  assertEquals(
    await caller.page.evaluate(() => localStorage.getItem("toucan-attention")),
    '{"sound":false,"notifications":false}',
  );
});

/** What isn't wholly inside the window, or lies below something else. */
function outOfSight(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (all) =>
    all.filter((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return !isInside || !(element.contains(found) || found?.contains(element));
    }).map((element) => element.textContent ?? ""));
}

import { assertEquals, assertMatch } from "@std/assert";
import { browserTest, launch } from "@/testing/browsers.ts";
import { type ChatPage, connect, openChat } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

const WAIT = { polling: 50 } as const;

browserTest("Enter sends, Shift+Enter breaks the line, and Enter that ends a composition doesn't send", [
  "chromium",
], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [caller, callee] = await twoPages(browser, `${server.url}/rooms/keys`);
  await caller.page.focus("textarea");
  await caller.page.keyboard.type("one");
  await caller.page.keyboard.down("Shift");
  await caller.page.keyboard.press("Enter");
  await caller.page.keyboard.up("Shift");
  await caller.page.keyboard.type("two");
  const session = await caller.page.createCDPSession();
  await session.send("Input.imeSetComposition", { text: "さん", selectionStart: 2, selectionEnd: 2 });
  // What browsers say of a key that goes to the input method: while it composes, and in Safari just after that.
  const say = (windowsVirtualKeyCode: number) =>
    session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", windowsVirtualKeyCode });
  await say(13);
  assertEquals(await shown(caller), []);
  await session.send("Input.insertText", { text: "さん" });
  await say(229);
  assertEquals(await shown(caller), []);
  await caller.page.keyboard.press("Enter");
  await callee.hear("two");
  assertEquals(await shown(callee), ["one\ntwoさん"]);
});

browserTest(
  "the other side sees typing, which moves nothing and isn't read out",
  ["chromium"],
  async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    const [caller, callee] = await twoPages(browser, `${server.url}/rooms/typing`);
    const height = () => callee.page.$eval("[role=log]", (log) => log.scrollHeight);
    const before = await height();
    await caller.page.type("textarea", "Let me see");
    await callee.page.waitForFunction(
      () => document.querySelector(".typing")?.textContent?.includes("is typing"),
      WAIT,
    );
    assertEquals(await height(), before);
    assertEquals(await callee.page.$(".typing[aria-live], [aria-live] .typing"), null);
    assertEquals(await caller.page.$(".typing"), null);
    await caller.page.keyboard.press("Enter");
    await callee.hear("Let me see");
    await callee.page.waitForFunction(() => document.querySelector(".typing") === null, WAIT);
  },
);

browserTest("the tab's title counts messages that come while it is hidden", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [caller, callee] = await twoPages(browser, `${server.url}/rooms/title`);
  const title = await callee.page.title();
  await caller.say("seen");
  await callee.hear("seen");
  assertEquals(await callee.page.title(), title);
  const other = await callee.page.browserContext().newPage();
  await other.bringToFront();
  await callee.page.waitForFunction(() => document.hidden, WAIT);
  for (const text of ["one", "two", "three"]) await caller.say(text);
  await callee.page.waitForFunction(() => document.title.startsWith("(3) "), WAIT);
  assertEquals(await callee.page.title(), `(3) ${title}`);
  await callee.page.bringToFront();
  await callee.page.waitForFunction((title) => document.title === title, WAIT, title);
});

browserTest("a message is copied by keyboard and by pointer", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [caller, callee] = await twoPages(browser, `${server.url}/rooms/copy`);
  await callee.page.browserContext().setPermission(server.url, {
    permission: { name: "clipboard-read" },
    state: "granted",
  });
  for (const text of ["  first <b> ", "second\u202e", "third"]) await caller.say(text);
  // Read out, too: what is said later would replace that it was copied.
  await callee.page.waitForFunction(
    () => document.querySelector(".log-frame [aria-live=polite]")?.textContent?.includes("third"),
    WAIT,
  );
  const clipboard = () => callee.page.evaluate(() => navigator.clipboard.readText());
  const focusedText = () => callee.page.evaluate(() => document.activeElement?.closest("li")?.textContent ?? "");
  await callee.page.focus("[role=log]");
  await callee.page.keyboard.press("Tab");
  assertMatch(await focusedText(), /third/);
  await callee.page.keyboard.press("ArrowUp");
  await callee.page.keyboard.press("ArrowUp");
  await callee.page.keyboard.press("ArrowUp");
  await callee.page.keyboard.press("Enter");
  await callee.page.waitForFunction(() => document.activeElement?.textContent === "Copied", WAIT);
  assertEquals(await clipboard(), "  first <b> ");
  await callee.page.waitForFunction(
    () => document.querySelector(".log-frame [aria-live=polite]")?.textContent === "Copied",
    WAIT,
  );
  await callee.page.keyboard.press("Tab");
  assertEquals(await callee.page.evaluate(() => document.activeElement?.textContent), "Copy");
  const names = await callee.page.$$eval(".copy", (all) => all.map((it) => it.getAttribute("aria-label")));
  assertEquals(names, ["Copied", "Copy message 2: second\u202e", "Copy message 3: third"]);
  await callee.page.hover("[role=log] li:nth-child(2)");
  await callee.page.locator("[role=log] li:nth-child(2) .copy").click();
  await callee.page.waitForFunction(
    () => document.querySelector("li:nth-child(2) .copy")?.textContent === "Copied",
    WAIT,
  );
  assertEquals(await clipboard(), "second\u202e");
});

browserTest("a screen reader hears each message once", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [caller, callee] = await twoPages(browser, `${server.url}/rooms/words`);
  const heard = () => callee.page.$eval(".log-frame [aria-live=polite]", (region) => region.textContent ?? "");
  await caller.say("Tea? <i>");
  await callee.hear("Tea? <i>");
  await callee.page.waitForFunction(
    () => document.querySelector(".log-frame [aria-live=polite]")?.textContent?.includes("Tea"),
    WAIT,
  );
  assertEquals(await heard(), "Other side: Tea? <i>");
  assertEquals(await callee.page.$$("[role=log] i"), []);
  await callee.say("mine");
  await caller.hear("mine");
  assertEquals(await heard(), "Other side: Tea? <i>");
});

browserTest("a draft survives a reconnection", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [caller, callee] = await twoPages(browser, `${server.url}/rooms/draft`);
  await caller.page.type("textarea", "half a thou");
  for (const { page } of [caller, callee]) await page.evaluate(() => void dispatchEvent(new Event("online")));
  await Promise.all([caller.reach("open"), callee.reach("open")]);
  await caller.page.keyboard.type("ght");
  await caller.page.keyboard.press("Enter");
  await callee.hear("half a thought");
  assertEquals(await caller.page.$eval("textarea", ({ value }) => value), "");
});

async function twoPages(browser: Awaited<ReturnType<typeof launch>>, room: string): Promise<[ChatPage, ChatPage]> {
  const [caller, callee] = [await openChat(browser, room), await openChat(browser, room)];
  await connect(caller, callee);
  return [caller, callee];
}

function shown({ page }: ChatPage): Promise<string[]> {
  return page.$$eval("[role=log] .bubble", (bubbles) => bubbles.map(({ textContent }) => textContent ?? ""));
}

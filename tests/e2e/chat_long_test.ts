import { assert, assertEquals, assertMatch } from "@std/assert";
import { browserTest, launch } from "@/testing/browsers.ts";
import { type ChatPage, connect, openChat } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";
import { answerAsStranger } from "./stranger.ts";

/** 64 KB and more of what is easily spoilt on its way. A text field keeps no carriage returns. */
const LONG: readonly string[] = [
  "👩‍👩‍👧‍👦🦜🏴󠁧󠁢󠁥󠁮󠁧󠁿".repeat(1_300),
  `<script>document.title = "!"</script><img src=x onerror="document.title = 1">&amp;`.repeat(900),
  `${"\u0001\u0007\t\u001b[31m\u007f".repeat(900)}\n`.repeat(9),
  "שלום \u202eعالم\u202c \u200f".repeat(4_000),
];

browserTest(
  "64 KB of emoji, markup, control characters and right-to-left text arrive as typed",
  ["chromium"],
  async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    const caller = await openChat(browser, `${server.url}/rooms/long`);
    const callee = await openChat(browser, `${server.url}/rooms/long`);
    await connect(caller, callee);
    const title = await callee.page.title();
    for (const [index, text] of LONG.entries()) {
      assert(new TextEncoder().encode(text).length > 65_536);
      await paste(caller, text);
      await callee.count(index + 1);
      await callee.page.waitForSelector("[role=log] li:last-child .more");
      assertMatch(await textOf(callee, ".more"), /^Show all \(\d+ kB\)$/);
      // Its last part is there once the sender is told so.
      await caller.page.waitForFunction(
        (count) =>
          document.querySelectorAll("[role=log] .me").length >= count &&
          !document.querySelector("[role=log]")!.textContent!.includes("Sent"),
        {},
        index + 1,
      );
      await callee.page.waitForFunction(() =>
        !document.querySelector("[role=log]")!.textContent!.includes("on its way")
      );
      await callee.click(await textOf(callee, ".more"));
      assertEquals(await callee.page.evaluate(() => document.activeElement?.getAttribute("role")), "log");
      const shown = await callee.page.$eval("[role=log] li:last-child .bubble", (bubble) => bubble.textContent);
      assertEquals(shown === text, true, `text ${index}`);
    }
    assertEquals(await callee.page.title(), title);
    assertEquals(await callee.page.$$eval("[role=log] li", (items) => items.length), LONG.length);
  },
);

browserTest("a message that is too long says so in words, and stays in the field", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, `${server.url}/rooms/too-long?lang=de`);
  const callee = await openChat(browser, `${server.url}/rooms/too-long`);
  await connect(caller, callee);
  await paste(caller, "é".repeat(524_289));
  const problem = await caller.page.waitForSelector("#message-hint [role=alert]");
  assertMatch(await problem!.evaluate((it) => it.textContent ?? ""), /zu lang.*1\.048\.578 Byte.*1\.048\.576/);
  assertEquals(await caller.page.$eval("textarea", (field) => field.value.length), 524_289);
  await caller.page.keyboard.press("Backspace");
  await caller.page.keyboard.press("Enter");
  await callee.hear("Show all");
});

browserTest("a client that isn't toucan reads a long message as strings, and joins in", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const room = `${server.url}/rooms/stranger`;
  const caller = await openChat(browser, room);
  await caller.start("caller");
  await caller.reach("waiting");
  const stranger = await answerAsStranger(browser, room);
  await caller.reach("open");
  const text = "One word after the other 🦜 ".repeat(5_000);
  await paste(caller, text);
  const parts = await stranger.heard(5);
  assertEquals(parts.join("") === text, true);
  assert(parts.every((part) => part.endsWith(" ")));
  await caller.say("short");
  assertEquals((await stranger.heard(6))[5], "short");
  await stranger.say(["Any client can say this <b>", "and that"]);
  await caller.hear("Any client can say this <b>");
  await caller.hear("and that");
  assertEquals(await caller.page.$$eval("[role=log] li", (items) => items.length), 4);
});

/** As an input method or the clipboard does it, then Enter. */
async function paste({ page }: ChatPage, text: string): Promise<void> {
  await page.focus("textarea");
  await page.keyboard.sendCharacter(text);
  await page.keyboard.press("Enter");
}

function textOf({ page }: ChatPage, selector: string): Promise<string> {
  return page.$$eval(`[role=log] ${selector}`, (all) => all.at(-1)?.textContent ?? "");
}

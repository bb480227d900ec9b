import { assertEquals } from "@std/assert";
import { violationsOf, watch } from "./accessible.ts";
import { type BrowserName, browserTest, launch } from "@/testing/browsers.ts";
import { connect, openChat } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

/** A message, and the links that it shows. */
const MESSAGES: [string, string[]][] = [
  ["שלום (https://example.com/a_(b)?c=1#d), https://example.org.", [
    "https://example.com/a_(b)?c=1#d",
    "https://example.org",
  ]],
  ["mailto:tea@example.com", ["mailto:tea@example.com"]],
  ["https://bank.example@evil.example/", []],
  ["https://bаnk.example/", []],
  ["https://bank.example/\u202e/elpmaxe.live", []],
  ["javascript:alert(1) data:text/html,<script>document.title=1</script> <a href='https://evil.example/a'>x</a>", [
    "https://evil.example/a",
  ]],
];

for (const name of ["chromium", "firefox"] as const satisfies readonly BrowserName[]) {
  browserTest(`a link in a message leads where it says, and nowhere by itself, in ${name}`, [name], async () => {
    await using server = await startServer();
    await using browser = await launch(name);
    const [caller, callee] = [
      await openChat(browser, `${server.url}/rooms/links`),
      await openChat(browser, `${server.url}/rooms/links`),
    ];
    await connect(caller, callee);
    const watched = name === "chromium" ? await watch(callee.page, server.url) : { strangers: [] };
    for (const [text] of MESSAGES) await caller.say(text);
    await callee.count(MESSAGES.length);
    const shown = await callee.page.$$eval("[role=log] .bubble", (bubbles) =>
      bubbles.map((bubble) => ({
        text: bubble.textContent,
        links: Array.from(bubble.querySelectorAll("a"), ({ textContent, href, target, rel }) => ({
          text: textContent,
          isExact: href === new URL(textContent ?? "").href,
          target,
          rel,
        })),
      })));
    const rest = { isExact: true, target: "_blank", rel: "noopener noreferrer nofollow ugc" };
    assertEquals(shown, MESSAGES.map(([text, links]) => ({ text, links: links.map((text) => ({ text, ...rest })) })));
    assertEquals(await violationsOf(callee.page), []);
    assertEquals(watched.strangers, []);

    // Followed with the keyboard, it opens beside the call.
    await caller.say(`${server.url}/healthz`);
    await callee.hear("/healthz");
    const opened = browser.waitForTarget((target) => target.url() === `${server.url}/healthz`);
    await callee.page.focus("[role=log] li:last-child a");
    await callee.page.keyboard.press("Enter");
    await opened;
    await callee.say("still here");
    await caller.hear("still here");
  });
}

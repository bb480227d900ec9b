/** Takes the README's screenshots, of a call and of its ladder, and writes them to `docs/screenshots/`. */
import { launch } from "@/testing/browsers.ts";
import { type ChatPage, connect, openChat } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

const FOLDER = new URL("../docs/screenshots/", import.meta.url);

await using server = await startServer();
await using browser = await launch("chromium");
const caller = await openChat(browser, `${server.url}/rooms/tea`);
const callee = await openChat(browser, `${server.url}/rooms/tea`);
await caller.page.setViewport({ width: 1280, height: 900 });
await caller.page.emulateMediaFeatures([
  { name: "prefers-color-scheme", value: "light" },
  // A screenshot must not catch a transition midway.
  { name: "prefers-reduced-motion", value: "reduce" },
]);
await connect(caller, callee);
await caller.openDetails();
await caller.page.locator("#ladder > summary").click();
await caller.page.waitForSelector(".ladder");
await caller.click("Close");
await server.kill();
await chat(caller, callee);
await take(caller.page, "body", "call");
await caller.openDetails();
await caller.page.waitForFunction(() => document.querySelector("#ladder")?.textContent?.includes("direct:"));
await take(caller.page, "#ladder", "ladder");

async function chat(one: ChatPage, other: ChatPage) {
  await one.say("Hi! Is this really going straight from my browser to yours?");
  await other.say("It is. I stopped the server a minute ago.");
  await one.hear("I stopped the server");
  await one.say("Then nobody can read along. Tea at five?");
  await other.hear("Tea at five?");
  await other.say("Tea at five.");
  await one.count(4);
}

async function take(page: ChatPage["page"], from: string, name: string) {
  await page.mouse.move(0, 0);
  await page.$eval(from, (element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
  await Deno.writeFile(new URL(`${name}.png`, FOLDER), await page.screenshot());
}

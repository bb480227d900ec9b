import { type BrowserName, browserTest, launch } from "@/testing/browsers.ts";
import { connect, openChat, talk } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

const PAIRS: [BrowserName, BrowserName][] = [["chromium", "firefox"], ["firefox", "chromium"]];

for (const [first, second] of PAIRS) {
  browserTest(`${first} calls ${second} in a room`, ["chromium", "firefox"], async () => {
    await using server = await startServer();
    await using callerBrowser = await launch(first);
    await using calleeBrowser = await launch(second);
    const room = `${server.url}/rooms/${first}-${second}`;
    const caller = await openChat(callerBrowser, room);
    const callee = await openChat(calleeBrowser, room);
    await connect(caller, callee);
    await talk(caller, callee);
    for (const { page } of [caller, callee]) await page.waitForSelector("#status[data-transport=websocket]");
    await caller.click("Hang up");
    await callee.reach("ended");
  });
}

import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { type BrowserName, browserTest, launch } from "@/testing/browsers.ts";
import { type ChatPage, connect, openChat, talk } from "@/testing/chat.ts";
import { openPart, startSilentServer } from "./doctor_page.ts";
import { startServer } from "@/testing/server.ts";
import { freePorts, iceServers, startTurn, turnTest } from "./turn.ts";

const BROWSERS: readonly BrowserName[] = ["chromium", "firefox"];

for (const name of BROWSERS) {
  browserTest(`${name}: a page tests its network, and connects to itself`, [name], async () => {
    await using server = await startServer();
    await using browser = await launch(name);
    const tab = await openChat(browser, `${server.url}/rooms/tea`);
    await openPart(tab, "self-test");
    await tab.click("Test this network");
    const text = await result(tab, "done");
    assertStringIncludes(text, "You can only call within your own network");
    assertMatch(text, /Call within this pageopen after/);
    assertMatch(text, /WebSocket to itgets through/);
  });

  browserTest(`${name}: a connection shows its path, and measures while somebody looks`, [name], async () => {
    await using server = await startServer();
    await using browser = await launch(name);
    const [one, other] = [
      await openChat(browser, `${server.url}/rooms/tea`),
      await openChat(browser, `${server.url}/rooms/tea`),
    ];
    await connect(one, other);
    // Firefox shows one tab at a time, and in one that is hidden nothing is measured.
    await one.page.bringToFront();
    await openPart(one, "connection");
    const shown = await one.page.waitForSelector('.connection[data-path="direct"]');
    await talk(one, other);
    assertStringIncludes(await shown!.evaluate((it) => it.textContent ?? ""), "UDP");
    await one.page.waitForFunction(() => {
      return /now; between/.test(document.querySelector(".plot figcaption")?.textContent ?? "");
    });
    await one.page.evaluate(() => {
      const { prototype } = RTCPeerConnection;
      const { getStats } = prototype;
      Object.assign(globalThis, { asked: 0 });
      prototype.getStats = function (...args) {
        Object.assign(globalThis, { asked: (globalThis as unknown as { asked: number }).asked + 1 });
        return getStats.apply(this, args);
      };
    });
    const asked = () => one.page.evaluate(() => (globalThis as unknown as { asked: number }).asked);
    await one.page.waitForFunction(() => (globalThis as unknown as { asked: number }).asked > 1);
    await openPart(one, "connection");
    await one.page.waitForFunction(() => document.querySelector(".connection") === null);
    const before = await asked();
    // Two rounds would have gone by.
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    assertEquals(await asked(), before);
  });
}

browserTest("a test of the network can be stopped", ["chromium"], async () => {
  using silent = await startSilentServer();
  await using server = await startServer({ ICE_SERVERS: JSON.stringify([{ urls: silent.url }]) });
  await using browser = await launch("chromium");
  const tab = await openChat(browser, `${server.url}/rooms/tea`);
  await openPart(tab, "self-test");
  await tab.click("Test this network");
  await tab.click("Stop");
  assertStringIncludes(await result(tab, "stopped"), "Stopped.");
});

turnTest("a page tests a relay, calls itself over it, and shows a relayed path", async () => {
  const [port] = await freePorts();
  await using _turn = await startTurn(port);
  await using server = await startServer({ ICE_SERVERS: iceServers(port) });
  await using browser = await launch("chromium");
  const [one, other] = [
    await openChat(browser, `${server.url}/rooms/tea?relay`),
    await openChat(browser, `${server.url}/rooms/tea?relay`),
  ];
  await openPart(one, "self-test");
  await one.click("Test this network");
  const text = await result(one, "done");
  assertStringIncludes(text, "You can call almost anyone from here");
  assertMatch(text, /provides a relay/);
  await connect(one, other);
  await openPart(one, "connection");
  const shown = await one.page.waitForSelector('.connection[data-path="relayed"]');
  assertStringIncludes(await shown!.evaluate((it) => it.textContent ?? ""), "UDP to the relay");
});

async function result({ page }: ChatPage, state: string): Promise<string> {
  const found = await page.waitForSelector(`.self-test[data-state="${state}"]`);
  return await found!.evaluate((it) => it.textContent ?? "");
}

import { type TransportName, TRANSPORTS } from "@/lib/client/transports/transport.ts";
import { assertEquals, assertLessOrEqual } from "@std/assert";
import type { Page } from "puppeteer-core";
import { browserTest, launch } from "./browsers.ts";
import { type ChatPage, openChat, talk } from "./chat.ts";
import { startServer } from "./server.ts";

/** How many requests and WebSockets a call may take, both sides together, where both use the same transport. */
const BUDGETS: Partial<Record<TransportName, { requests: number; sockets: number }>> = {
  "websocket": { requests: 0, sockets: 2 },
  "event-stream": { requests: 5, sockets: 0 },
  "long-poll": { requests: 5, sockets: 0 },
};

browserTest(
  "each transport of the caller connects to each of the callee, and then is silent",
  ["chromium"],
  async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    const open = (transport: TransportName) => openChat(browser, `${server.url}/rooms/tea?transport=${transport}`);
    const callers = await Promise.all(TRANSPORTS.map(open));
    const callees = await Promise.all(TRANSPORTS.map(open));
    const sockets = await countSockets([...callers, ...callees].map(({ page }) => page));
    for (const [index, caller] of callers.entries()) {
      for (const [other, callee] of callees.entries()) {
        const pair = [caller, callee];
        const requests = () => pair.flatMap((page) => page.requests);
        const [requestsBefore, socketsBefore] = [requests().length, sockets.made];
        await caller.start("caller");
        await caller.reach("waiting");
        await callee.start("callee");
        await Promise.all(pair.map((page) => page.reach("open")));
        const count = { requests: requests().length - requestsBefore, sockets: sockets.made - socketsBefore };
        await talk(caller, callee);
        assertEquals(await Promise.all(pair.map(transportOf)), [TRANSPORTS[index]!, TRANSPORTS[other]!]);
        assertEquals(requests().length - requestsBefore, count.requests);
        assertEquals([sockets.made - socketsBefore, sockets.open], [count.sockets, 0]);
        const budget = index === other ? BUDGETS[TRANSPORTS[index]!] : undefined;
        assertLessOrEqual(count.requests, budget?.requests ?? Infinity, requests().join("\n"));
        assertLessOrEqual(count.sockets, budget?.sockets ?? Infinity);
        await caller.click("Hang up");
        await Promise.all(pair.map((page) => page.reach("ended")));
      }
    }
  },
);

/** How the page says it speaks to the server. */
function transportOf({ page }: ChatPage): Promise<string | null> {
  return page.$eval("#status", (status) => status.getAttribute("data-transport"));
}

async function countSockets(pages: readonly Page[]): Promise<{ made: number; open: number }> {
  const sockets = { made: 0, open: 0 };
  for (const page of pages) {
    const session = await page.createCDPSession();
    await session.send("Network.enable");
    session.on("Network.webSocketCreated", () => [sockets.made++, sockets.open++]);
    session.on("Network.webSocketClosed", () => sockets.open--);
  }
  return sockets;
}

import { type TransportName, TRANSPORTS } from "@/lib/client/transports/transport.ts";
import { assert, assertEquals } from "@std/assert";
import type { Page } from "puppeteer-core";
import { browserTest, launch } from "./browsers.ts";
import { type ChatPage, connect, openChat, talk } from "./chat.ts";
import { startServer } from "./server.ts";

/** How many requests and WebSockets a call may take, both sides together, where both use the same transport. */
const BUDGETS: Partial<Record<TransportName, { requests: number; sockets: number }>> = {
  "websocket": { requests: 0, sockets: 2 },
  "event-stream": { requests: 5, sockets: 0 },
  "long-poll": { requests: 5, sockets: 0 },
};

/** Candidates that a busy machine finds too late to go with the others cost a request more: the best of this many counts. */
const TRIES = 3;

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

    /** One call from start to end, and what it took until both were connected: nothing is asked for after that. */
    async function call(caller: ChatPage, callee: ChatPage): Promise<{ requests: number; sockets: number }> {
      const pair = [caller, callee];
      const requests = () => pair.flatMap((page) => page.requests).length;
      const before = { requests: requests(), sockets: sockets.made };
      const since = () => ({ requests: requests() - before.requests, sockets: sockets.made - before.sockets });
      await connect(caller, callee);
      const taken = since();
      await talk(caller, callee);
      assertEquals({ ...since(), open: sockets.open }, { ...taken, open: 0 });
      await caller.click("Hang up");
      await Promise.all(pair.map((page) => page.reach("ended")));
      return taken;
    }

    for (const [index, caller] of callers.entries()) {
      for (const [other, callee] of callees.entries()) {
        const budget = index === other ? BUDGETS[TRANSPORTS[index]!] : undefined;
        for (let tries = 1;; tries++) {
          const count = await call(caller, callee);
          if (budget === undefined || (count.requests <= budget.requests && count.sockets <= budget.sockets)) break;
          assert(tries < TRIES, `${TRANSPORTS[index]} takes ${count.requests} requests and ${count.sockets} sockets`);
        }
        assertEquals(await Promise.all([caller, callee].map(transportOf)), [TRANSPORTS[index]!, TRANSPORTS[other]!]);
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

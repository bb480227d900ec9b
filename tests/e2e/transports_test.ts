import { type TransportName, TRANSPORTS } from "@/lib/client/transports/transport.ts";
import { assertEquals, assertLessOrEqual } from "@std/assert";
import type { HTTPRequest, Page } from "puppeteer-core";
import { browserTest, launch } from "@/testing/browsers.ts";
import { type ChatPage, connect, openChat, talk } from "@/testing/chat.ts";
import { patiently } from "@/testing/patience.ts";
import { startServer } from "@/testing/server.ts";

/** How many requests and WebSockets a call may take, both sides together, where both use the same transport. */
const BUDGETS: Partial<Record<TransportName, { requests: number; sockets: number }>> = {
  "websocket": { requests: 0, sockets: 2 },
  "event-stream": { requests: 5, sockets: 0 },
  "long-poll": { requests: 5, sockets: 0 },
};

/** The caller's candidates come in a request of their own while it waits for an answer. */
const PLANNED_TRICKLES = 1;

/** What a request costs in which a busy machine says candidates that it found late: itself, and one more that hears it. */
const LATE_TRICKLE_REQUESTS = 2;

browserTest(
  "each transport of the caller connects to each of the callee, and then is silent",
  ["chromium"],
  async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    const open = (transport: TransportName) => openChat(browser, `${server.url}/rooms/tea?transport=${transport}`);
    const callers = await Promise.all(TRANSPORTS.map(open));
    const callees = await Promise.all(TRANSPORTS.map(open));
    const pages = [...callers, ...callees].map(({ page }) => page);
    const sockets = await countSockets(pages);
    let trickles = 0;
    for (const page of pages) page.on("request", (request) => isTrickle(request) && trickles++);

    /** One call from start to end, and what it took until both were connected: nothing is asked for after that. */
    async function call(caller: ChatPage, callee: ChatPage) {
      const pair = [caller, callee];
      const count = async () => {
        await Promise.all(pair.map((page) => page.settle()));
        return { requests: pair.flatMap((page) => page.requests).length, trickles, sockets: sockets.made };
      };
      const before = await count();
      await connect(caller, callee);
      const connected = await count();
      await talk(caller, callee);
      assertEquals(await count(), connected);
      await patiently("All sockets are closed", sockets.closed());
      await caller.click("Hang up");
      await Promise.all(pair.map((page) => page.reach("ended")));
      return {
        requests: connected.requests - before.requests,
        lateTrickles: Math.max(0, connected.trickles - before.trickles - PLANNED_TRICKLES),
        sockets: connected.sockets - before.sockets,
      };
    }

    for (const [index, caller] of callers.entries()) {
      for (const [other, callee] of callees.entries()) {
        const budget = index === other ? BUDGETS[TRANSPORTS[index]!] : undefined;
        const { requests, lateTrickles, sockets } = await call(caller, callee);
        if (budget !== undefined) {
          assertLessOrEqual(requests, budget.requests + LATE_TRICKLE_REQUESTS * lateTrickles, TRANSPORTS[index]);
          assertLessOrEqual(sockets, budget.sockets, TRANSPORTS[index]);
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

/** Whether a request says candidates and nothing else. */
function isTrickle(request: HTTPRequest): boolean {
  if (request.method() !== "POST") return false;
  const messages: { type: string }[] = [JSON.parse(request.postData() ?? "[]")].flat();
  return messages.length > 0 && messages.every(({ type }) => type === "candidate" || type === "end-of-candidates");
}

async function countSockets(pages: readonly Page[]) {
  let [made, open, onClosed] = [0, 0, () => {}];
  for (const page of pages) {
    const session = await page.createCDPSession();
    await session.send("Network.enable");
    session.on("Network.webSocketCreated", () => [made++, open++]);
    session.on("Network.webSocketClosed", () => [open--, onClosed()]);
  }
  return {
    get made() {
      return made;
    },
    async closed() {
      while (open > 0) await new Promise<void>((resolve) => onClosed = resolve);
    },
  };
}

import type { TransportName } from "@/lib/client/mod.ts";
import { assertEquals } from "@std/assert";
import { browserTest, launch } from "@/testing/browsers.ts";
import { connect, openChat, talk } from "@/testing/chat.ts";
import { type Manners, startProxy } from "./proxy.ts";
import { startServer } from "@/testing/server.ts";

/** What is on the way, and the transport that a caller who waits then takes. */
const WAYS: Record<string, [Partial<Manners>, TransportName]> = {
  "nothing": [{}, "websocket"],
  "what sends each POST twice, and answers late": [{ duplicates: true, delayMs: 100 }, "websocket"],
  "what refuses upgrades": [{ upgrades: "refuse" }, "event-stream"],
  "what never answers upgrades": [{ upgrades: "hang" }, "event-stream"],
  "what refuses upgrades, and sends each POST twice": [
    { upgrades: "refuse", duplicates: true, delayMs: 50 },
    "event-stream",
  ],
  "what refuses upgrades and holds streams back": [{ upgrades: "refuse", streams: "buffer" }, "long-poll"],
  "what refuses upgrades, holds streams back and cuts long requests": [
    { upgrades: "refuse", streams: "buffer", patienceMs: 1_000 },
    "short-poll",
  ],
};

for (const [name, [manners, transport]] of Object.entries(WAYS)) {
  browserTest(`past ${name} a call goes over ${transport}`, ["chromium"], async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    await using proxy = startProxy(server.url, manners);
    const caller = await openChat(browser, `${proxy.url}/rooms/tea`);
    const callee = await openChat(browser, `${proxy.url}/rooms/tea`);
    await caller.start("caller");
    await caller.reach("waiting");
    await caller.page.waitForSelector(`#status[data-transport=${transport}]`);
    await callee.start("callee");
    await Promise.all([caller.reach("open"), callee.reach("open")]);
    await talk(caller, callee);
    assertEquals(await caller.page.$eval("#status", (it) => it.getAttribute("data-transport")), transport);
  });
}

for (const cut of [{ upgrades: "cut" }, { upgrades: "refuse", streams: "cut" }] as const) {
  browserTest(`a call outlives that ${Object.keys(cut).at(-1)} are cut`, ["chromium"], async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    await using proxy = startProxy(server.url, cut);
    const caller = await openChat(browser, proxy.url);
    const callee = await openChat(browser, proxy.url);
    await connect(caller, callee);
    await talk(caller, callee);
  });
}

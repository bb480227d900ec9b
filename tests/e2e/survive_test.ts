import { assertEquals } from "@std/assert";
import type { Browser } from "puppeteer-core";
import { browserTest, launch } from "@/testing/browsers.ts";
import { type ChatPage, connect, openChat, talk } from "@/testing/chat.ts";
import { openClientCall, serveClientPage } from "@/testing/client_page.ts";
import { startServer } from "@/testing/server.ts";
import { freePorts, iceServers, startTurn, turnTest } from "./turn.ts";

turnTest("a call survives its relay: the chat goes on over another one", async () => {
  const [first, second] = await freePorts();
  await using server = await startServer({ ICE_SERVERS: iceServers(first, second) });
  await using browser = await launch("chromium");
  await using relay = await startTurn(first);
  const caller = await openChat(browser, `${server.url}/rooms/relayed?relay`);
  const callee = await openChat(browser, `${server.url}/rooms/relayed?relay`);
  await connect(caller, callee);
  await talk(caller, callee);

  await relay.kill();
  await caller.say("sent into the void");
  await using _other = await startTurn(second);
  await Promise.all([caller.reach("reconnecting"), callee.reach("reconnecting")]);
  await callee.say("and this one, too");
  await callee.hear("sent into the void");
  await caller.hear("and this one, too");
  await Promise.all([caller.reach("open"), callee.reach("open")]);
  await talk(callee, caller);
  // Two of the talk before, two of the talk after, and nothing lost or doubled in between.
  await Promise.all([caller.count(6), callee.count(6)]);
  for (const page of [caller, callee]) {
    const texts = await messagesOf(page);
    assertEquals(texts.length, 6);
    for (const lost of ["sent into the void", "and this one, too"]) {
      assertEquals(texts.filter((text) => text.includes(lost)).length, 1);
    }
  }
  await caller.click("Hang up");
  await callee.reach("ended");
});

browserTest("100 restarts by both sides at once converge, without the server", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  await using calls = await openCalls(server.url, browser, browser);
  const { caller, callee } = calls;
  await server.kill();
  for (let round = 1; round <= 100; round++) await Promise.all([caller.restart(), callee.restart()]);
  await caller.say("Still there?");
  await callee.hear("Still there?");
});

for (const [one, other] of [["chromium", "firefox"], ["firefox", "chromium"]] as const) {
  browserTest(`a call from ${one} to ${other} survives a restart by either side`, [one, other], async () => {
    await using server = await startServer();
    await using callers = await launch(one);
    await using callees = await launch(other);
    await using calls = await openCalls(server.url, callers, callees);
    const { caller, callee } = calls;
    for (const [restarting, waiting] of [[caller, callee], [callee, caller]] as const) {
      const both = [restarting, waiting];
      const generations = await Promise.all(both.map((call) => call.generation()));
      await restarting.restart();
      // Firefox doesn't bear another restart before this one has found its path.
      await Promise.all(both.map((call, index) => call.leave(generations[index]!)));
      for (const [from, to] of [both, both.toReversed()]) {
        await from!.say(`After ${generations}`);
        await to!.hear(`After ${generations}`);
      }
    }
  });
}

browserTest("a page that comes back from the back/forward cache says that its call is over", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, `${server.url}/rooms/back`);
  const callee = await openChat(browser, `${server.url}/rooms/back`);
  await connect(caller, callee);
  await talk(caller, callee);
  // What a page that is put aside is told, and told again when it is shown.
  for (const type of ["pagehide", "pageshow"]) {
    await caller.page.evaluate((type) => void dispatchEvent(new PageTransitionEvent(type, { persisted: true })), type);
  }
  await Promise.all([caller.reach("ended"), callee.reach("ended")]);
  await connect(caller, callee);
});

/** Two clients that are connected. */
async function openCalls(server: string, callers: Browser, callees: Browser) {
  const page = serveClientPage(server);
  const [caller, callee] = [await openClientCall(page, callers), await openClientCall(page, callees)];
  const options = { base: `${server}/rooms/restless` };
  const connected = caller.start(options, "caller", "open");
  await callee.start(options, "callee", "open");
  await connected;
  return { caller, callee, [Symbol.asyncDispose]: () => page[Symbol.asyncDispose]() };
}

function messagesOf({ page }: ChatPage): Promise<string[]> {
  return page.$$eval("[role=log] li", (items) => items.map((item) => item.textContent ?? ""));
}

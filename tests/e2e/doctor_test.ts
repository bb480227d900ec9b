import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Browser } from "puppeteer-core";
import { type BrowserName, browserTest, launch } from "@/testing/browsers.ts";
import { type ChatPage, connect, openChat } from "@/testing/chat.ts";
import { findCause, haveDoctor, makeImpatient, readDiagnosis } from "./doctor_page.ts";
import { editFingerprint, mislead, startTamperingProxy } from "./doctor_proxy.ts";
import { startServer } from "@/testing/server.ts";

const BROWSERS: readonly BrowserName[] = ["chromium", "firefox"];

for (const name of BROWSERS) {
  browserTest(`${name}: the doctor says that nobody has come, as soon as that takes long`, [name], async () => {
    await using server = await startServer();
    await using browser = await launch(name);
    const [caller, callee] = await openBoth(browser, server.url);
    await Promise.all([caller, callee].map((it) => makeImpatient(it)));
    await caller.start("caller");
    assertStringIncludes(await readDiagnosis(caller, "nobody-came"), "What's holding it up");
    await callee.start("callee");
    await caller.reach("open");
    await caller.page.waitForFunction(() => document.querySelector(".doctor") === null);
  });

  browserTest(`${name}: the doctor says that the keys aren't those that were announced`, [name], async () => {
    await using server = await startServer();
    await using proxy = startTamperingProxy(server.url, {
      change: (message) => message.type === "offer" ? editFingerprint(message) : message,
    });
    await using browser = await launch(name);
    const [caller, callee] = await openBoth(browser, proxy.url, "long-poll");
    await caller.start("caller");
    await caller.reach("waiting");
    await callee.start("callee");
    const [seen] = await Promise.all([caller, callee].map((it) => readDiagnosis(it, "fingerprint-mismatch")));
    assertStringIncludes(seen ?? "", "ICE found a path");
  });

  browserTest(
    `${name}: the doctor is there before the server goes, and appears in the panel`,
    [name, "chromium"],
    async () => {
      await using server = await startServer();
      await using browser = await launch(name);
      await using other = await launch("chromium");
      const caller = await openChat(browser, `${server.url}/rooms/tea`);
      const callee = await openChat(other, `${server.url}/rooms/tea`);
      await connect(caller, callee);
      await haveDoctor(caller);
      await makeImpatient(caller, 10_000);
      await server.kill();
      // It says goodbye to nobody.
      other.process()!.kill("SIGKILL");
      await readDiagnosis(caller, "connection-lost");
      assertEquals(await caller.page.$$eval(".panel .doctor", (doctors) => doctors.length), 1);
    },
  );
}

browserTest("the doctor says that the offer expired where it could not be renewed", ["chromium"], async () => {
  await using server = await startServer({ SESSION_TTL: "2" });
  let offers = 0;
  await using proxy = startTamperingProxy(server.url, {
    hold: ([message]) => message?.type === "offer" && ++offers > 1 ? new Promise(() => {}) : undefined,
  });
  await using browser = await launch("chromium");
  const [caller] = await openBoth(browser, proxy.url, "long-poll");
  await caller.start("caller");
  assertStringIncludes(await readDiagnosis(caller, "offer-expired"), "What went wrong");
});

browserTest("the doctor says that an answer came too late, and the next one is in time", ["chromium"], async () => {
  await using server = await startServer();
  const held = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  await using proxy = startTamperingProxy(server.url, {
    hold([message]) {
      if (message?.type !== "answer") return undefined;
      asked.resolve();
      return held.promise;
    },
  });
  await using browser = await launch("chromium");
  const [caller, callee] = await openBoth(browser, proxy.url, "long-poll");
  await caller.start("caller");
  await caller.reach("waiting");
  await callee.start("callee");
  await asked.promise;
  await caller.click("Hang up");
  await caller.reach("ended");
  held.resolve();
  assertStringIncludes(await readDiagnosis(callee, "answered-too-late"), "The server said");
  assertEquals(await findCause(caller), undefined);
  await caller.start("caller");
  await callee.reach("open");
});

browserTest(
  "the doctor says that another caller took the room, or that somebody cleared it",
  ["chromium"],
  async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    const [first, second] = await openBoth(browser, server.url);
    await first.start("caller");
    await first.reach("waiting");
    await second.start("caller");
    await readDiagnosis(first, "replaced");
    await second.reach("waiting");
    await (await fetch(`${server.url}/rooms/tea`, { method: "DELETE" })).body?.cancel();
    await readDiagnosis(second, "room-cleared");
  },
);

browserTest("the doctor says that the other side left before there was a connection", ["chromium"], async () => {
  await using server = await startServer();
  await using proxy = startTamperingProxy(server.url, { change: mislead });
  await using browser = await launch("chromium");
  const [caller, callee] = await openBoth(browser, proxy.url, "long-poll");
  await caller.start("caller");
  await caller.reach("waiting");
  await callee.start("callee");
  await Promise.all([caller, callee].map((it) => it.reach("connecting")));
  await callee.click("Hang up");
  await readDiagnosis(caller, "left");
});

browserTest("the doctor keeps away from whoever has talked and is left", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [caller, callee] = await openBoth(browser, server.url);
  await connect(caller, callee);
  await callee.page.close();
  await caller.reach("ended");
  assertStringIncludes(await caller.status(), "left");
  // It would be there by then.
  await caller.page.waitForNetworkIdle();
  assertEquals(await findCause(caller), undefined);
});

async function openBoth(browser: Browser, url: string, transport?: string): Promise<[ChatPage, ChatPage]> {
  const address = `${url}/rooms/tea${transport === undefined ? "" : `?transport=${transport}`}`;
  return [await openChat(browser, address), await openChat(browser, address)];
}

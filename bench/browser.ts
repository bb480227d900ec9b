import { print } from "./print.ts";
import type { Page } from "puppeteer-core";
import { findBrowser, launch } from "@/tests/e2e/browsers.ts";
import { openChat } from "@/tests/e2e/chat.ts";
import { startServer } from "@/tests/e2e/server.ts";
import { median } from "./statistics.ts";

const ROUNDS = 20;

/** Compares the time from `Start callee` to an open channel with two peer connections of one page. */
export async function benchBrowser(): Promise<void> {
  if (findBrowser("chromium") === undefined) {
    print("Time to an open channel: not measured, Chromium is not installed");
    return;
  }
  await using server = await startServer();
  await using browser = await launch("chromium");
  const caller = await openChat(browser, server.url);
  const callee = await openChat(browser, server.url);
  const limits: number[] = [];
  const calls: number[] = [];
  const requests: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    limits.push(await connectInMemory(callee.page));
    const before = caller.requests.length + callee.requests.length;
    await caller.start("caller");
    await caller.reach("waiting");
    calls.push(await clickAndConnect(callee.page));
    await caller.reach("open");
    requests.push(caller.requests.length + callee.requests.length - before);
    await callee.click("Hang up");
    await Promise.all([caller.reach("ended"), callee.reach("ended")]);
  }
  print("From `Start callee` to an open channel in Chromium");
  print(`  ${(median(calls) / median(limits)).toFixed(2)} times two peer connections that signal in memory`);
  print(
    `    toucan ${median(calls).toFixed(1)} ms, in memory ${median(limits).toFixed(1)} ms (medians of ${ROUNDS})`,
  );
  print(`    requests a call over both sides: ${median(requests)} (median), ${Math.max(...requests)} (most)`);
}

/** Milliseconds from the click to the page saying that the channel is open. */
function clickAndConnect(page: Page): Promise<number> {
  return page.evaluate(() =>
    new Promise<number>((resolve) => {
      const status = document.querySelector("#status")!;
      const button = [...document.querySelectorAll("button")].find((it) => it.textContent?.trim() === "Start callee");
      const start = performance.now();
      new MutationObserver((_, observer) => {
        if (status.getAttribute("data-phase") !== "open") return;
        observer.disconnect();
        resolve(performance.now() - start);
      }).observe(status, { attributes: true });
      button!.click();
    })
  );
}

/** The least it can take: both sides in one page, handing each other what they have as soon as they have it. */
function connectInMemory(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    const [caller, callee] = [new RTCPeerConnection(), new RTCPeerConnection()];
    caller.onicecandidate = ({ candidate }) => callee.addIceCandidate(candidate ?? undefined);
    const early: RTCIceCandidate[] = [];
    callee.onicecandidate = ({ candidate }) => {
      if (caller.remoteDescription !== null) caller.addIceCandidate(candidate ?? undefined);
      else if (candidate !== null) early.push(candidate);
    };
    const channel = caller.createDataChannel("chat");
    const open = new Promise((resolve) => channel.onopen = resolve);
    await caller.setLocalDescription();
    await callee.setRemoteDescription(caller.localDescription!);
    await callee.setLocalDescription();
    await caller.setRemoteDescription(callee.localDescription!);
    await Promise.all(early.map((candidate) => caller.addIceCandidate(candidate)));
    await open;
    const took = performance.now() - start;
    caller.close();
    callee.close();
    return took;
  });
}

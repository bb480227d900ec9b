import { openClientPages } from "./browser/client.ts";
import { startPeerJs } from "./peerjs.ts";
import { print } from "./print.ts";
import type { Browser, Page } from "puppeteer-core";
import { type TransportName, TRANSPORTS } from "@/lib/client/transports/transport.ts";
import { findBrowser, launch } from "@/testing/browsers.ts";
import { type ChatPage, openChat } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";
import { median } from "@/testing/statistics.ts";
import { waitALittle } from "./wait_a_little.ts";

const ROUNDS = 20;

/**
 * Measures the time from the callee's start to an open channel: PeerJS and toucan's client, in pages that draw nothing,
 * and toucan's page until it shows the open channel, over each transport. Compares each with two peer connections in one
 * page. One round of each in turn; every caller has waited half a second before.
 */
export async function benchBrowser(): Promise<void> {
  if (findBrowser("chromium") === undefined) {
    print("Time to an open channel: skipped, Chromium isn't installed");
    return;
  }
  await using server = await startServer();
  await using browser = await launch("chromium");
  const ways = await Promise.all(TRANSPORTS.map((transport) => openWay(browser, server.url, transport)));
  await using peerJs = await startPeerJs(browser);
  await using overWebSocket = await openClientPages(browser, server.url, "websocket");
  await using overEventStream = await openClientPages(browser, server.url, "event-stream");
  const clients = [
    { name: "PeerJS", connect: peerJs.connect, times: [] as number[] },
    { name: "toucan's client over a WebSocket", connect: overWebSocket.connect, times: [] as number[] },
    { name: "toucan's client over an event stream", connect: overEventStream.connect, times: [] as number[] },
  ];
  const limits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await waitALittle();
    limits.push(await connectInMemory(ways[0]!.callee.page));
    for (const { connect, times } of clients) times.push(await connect());
    for (const way of ways) await callOnce(way);
  }
  const limit = median(limits);
  const compared = (times: number[]) =>
    `${median(times).toFixed(1)} ms, ${(median(times) / limit).toFixed(2)} times as long`;
  print("From `Start callee` to an open channel in Chromium, compared with two peer connections that signal in memory");
  print(`  in memory: ${limit.toFixed(1)} ms (medians of ${ROUNDS})`);
  for (const { name, times } of clients) print(`  ${name}: ${compared(times)}`);
  for (const { name, times, requests } of ways) {
    const count = `${median(requests)} requests and sockets per call, both sides, at most ${Math.max(...requests)}`;
    print(`  the page, ${name}: ${compared(times)}; ${count}`);
  }
}

/** Two pages that call each other over one transport, and the measurements. */
interface Way {
  readonly name: TransportName;
  readonly caller: ChatPage;
  readonly callee: ChatPage;
  readonly times: number[];
  /** The number of requests and WebSockets of each call. */
  readonly requests: number[];
  count(): number;
}

async function openWay(browser: Browser, url: string, name: TransportName): Promise<Way> {
  const address = `${url}/rooms/${name}?transport=${name}`;
  const caller = await openChat(browser, address);
  const callee = await openChat(browser, address);
  let sockets = 0;
  for (const { page } of [caller, callee]) {
    const session = await page.createCDPSession();
    await session.send("Network.enable");
    session.on("Network.webSocketCreated", () => sockets++);
  }
  const count = () => sockets + caller.requests.length + callee.requests.length;
  return { name, caller, callee, times: [], requests: [], count };
}

async function callOnce({ caller, callee, times, requests, count }: Way): Promise<void> {
  const before = count();
  await caller.start("caller");
  await caller.reach("waiting");
  await waitALittle();
  times.push(await clickAndConnect(callee.page));
  await caller.reach("open");
  requests.push(count() - before);
  await callee.click("Hang up");
  await Promise.all([caller.reach("ended"), callee.reach("ended")]);
}

/** Returns the milliseconds from the click until the page shows the open channel. */
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

/** The lower bound: both sides in one page, passing each other everything at once. Returns milliseconds. */
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

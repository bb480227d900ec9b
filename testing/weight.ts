import type { Browser } from "puppeteer-core";
import { openWindow } from "./browsers.ts";

/** A response as it came over the network. */
export interface Weighed {
  readonly url: string;
  /** What Chromium takes it for, such as `Script`. */
  readonly type: string;
  readonly coding: string | undefined;
  /** Those of its head and of its body, as they came. */
  readonly headBytes: number;
  readonly bodyBytes: number;
}

/** Opens a page in Chromium with an empty cache and weighs the responses until the network is quiet. */
export async function weighPage(browser: Browser, url: string): Promise<Weighed[]> {
  const page = await openWindow(browser);
  const session = await page.createCDPSession();
  const responses = new Map<string, Omit<Weighed, "bodyBytes">>();
  const weighed: Weighed[] = [];
  session.on("Network.responseReceived", ({ requestId, type, response: { url, headers, encodedDataLength } }) => {
    const coding = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-encoding")?.[1];
    responses.set(requestId, { url, type, coding, headBytes: encodedDataLength });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const response = responses.get(requestId);
    // Of what is in the cache by then nothing comes.
    if (response === undefined || encodedDataLength === 0) return;
    weighed.push({ ...response, bodyBytes: encodedDataLength - response.headBytes });
  });
  await session.send("Network.enable");
  await page.goto(url, { waitUntil: "networkidle0" });
  await page.browserContext().close();
  return weighed;
}

import type { Browser, Page } from "puppeteer-core";
import { openWindow } from "@/testing/browsers.ts";

/** A callee that isn't toucan: a bare RTCPeerConnection and the contract's requests, nothing else. */
export interface Stranger {
  readonly page: Page;
  /** Says strings on the channel `chat`, one `everyMs`, and resolves once all are handed over. */
  say(texts: readonly string[], everyMs?: number): Promise<void>;
  /** Waits until this many strings have come on the channel `chat`, and gives them. */
  heard(count: number): Promise<string[]>;
}

/** What the stranger's page keeps. */
interface InPage {
  stranger: { channel: RTCDataChannel; heard: string[] };
}

const WAIT = { polling: 50 } as const;

/** Answers the offer that lies in the room. */
export async function answerAsStranger(browser: Browser, room: string): Promise<Stranger> {
  const page = await openWindow(browser);
  await page.goto(new URL("/problems", room).href);
  await page.evaluate(async (room) => {
    const peer = new RTCPeerConnection();
    const heard: string[] = [];
    peer.ondatachannel = ({ channel }) => {
      if (channel.label !== "chat") return;
      channel.onmessage = ({ data }) => heard.push(data);
      Object.assign(globalThis, { stranger: { peer, channel, heard } });
    };
    const send = (method: string, path: string, body?: unknown) => {
      const headers = { "content-type": "application/json" };
      return fetch(`${room}${path}`, body === undefined ? { method } : { method, headers, body: JSON.stringify(body) });
    };
    await peer.setRemoteDescription(await (await send("GET", "/offer")).json());
    await peer.setLocalDescription();
    await new Promise<void>((resolve) => {
      if (peer.iceGatheringState === "complete") return resolve();
      peer.onicegatheringstatechange = () => peer.iceGatheringState === "complete" && resolve();
    });
    const posted = await send("POST", "/answer", peer.localDescription);
    if (!posted.ok) throw new Error(await posted.text());
    for (const candidate of await (await send("GET", "/offer-candidates")).json()) {
      await peer.addIceCandidate(candidate);
    }
  }, room);
  await page.waitForFunction(() => (globalThis as Partial<InPage>).stranger?.channel.readyState === "open", WAIT);
  return {
    page,
    say: (texts, everyMs) =>
      page.evaluate(
        async (texts, everyMs) => {
          const { channel } = (globalThis as unknown as InPage).stranger;
          for (const text of texts) {
            channel.send(text);
            if (everyMs !== undefined) await new Promise((resolve) => setTimeout(resolve, everyMs));
          }
        },
        [...texts],
        everyMs,
      ),
    async heard(count) {
      await page.waitForFunction(
        (count) => (globalThis as unknown as InPage).stranger.heard.length >= count,
        WAIT,
        count,
      );
      return await page.evaluate(() => (globalThis as unknown as InPage).stranger.heard);
    },
  };
}

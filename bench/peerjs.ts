import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import type { Browser } from "puppeteer-core";
import { serveBarePage } from "@/testing/bare_page.ts";
import { startServer } from "@/testing/server.ts";
import { bundle } from "./others.ts";
import { waitALittle } from "./wait_a_little.ts";

/** PeerJS's client and server, ready to be timed. */
export interface PeerJs extends AsyncDisposable {
  /** Connects two pages. Returns the milliseconds from a start like toucan's to an open channel. */
  connect(): Promise<number>;
}

/** Starts PeerJS's server on Node and two pages with its client. */
export async function startPeerJs(browser: Browser): Promise<PeerJs> {
  const folder = await Deno.makeTempDir({ dir: tmpdir() });
  const server = await startServer({}, { node: await bundle("peerjs_server", folder) });
  const { port } = new URL(server.url);
  const script = `globalThis.peerJsPort = ${port};\n${await bundleForPage("peerjs_page.js")}`;
  const page = serveBarePage("PeerJS", script);
  const [waiting, calling] = [await page.open(browser), await page.open(browser)];
  let calls = 0;
  return {
    async connect() {
      const [one, other] = [`waiting-${++calls}`, `calling-${calls}`];
      await waiting.evaluate(`waitForCall("${one}")`);
      await waitALittle();
      return await calling.evaluate(`callAndTime("${other}", "${one}")`) as number;
    },
    async [Symbol.asyncDispose]() {
      await page[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function bundleForPage(name: string): Promise<string> {
  const { success, errors, outputFiles } = await Deno.bundle({
    entrypoints: [fileURLToPath(new URL(name, import.meta.url))],
    platform: "browser",
    format: "iife",
    write: false,
  });
  const text = outputFiles?.[0]?.text();
  if (!success || text === undefined) throw new Error(`Cannot bundle ${name}: ${errors.map(({ text }) => text)}`);
  return text;
}

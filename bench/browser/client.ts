import type { Browser } from "puppeteer-core";
import type { TransportName } from "@/lib/client/transports/transport.ts";
import { openClientCall, serveClientPage } from "@/testing/client_page.ts";
import { waitALittle } from "../wait_a_little.ts";

/** toucan's client in pages that draw nothing, ready to be timed. */
export interface ClientPages extends AsyncDisposable {
  /** Returns the milliseconds from the callee's start to an open channel. */
  connect(): Promise<number>;
}

/** Opens two pages with the client that a server serves. */
export async function openClientPages(browser: Browser, url: string, transport: TransportName): Promise<ClientPages> {
  const page = serveClientPage(url);
  const [caller, callee] = [await openClientCall(page, browser), await openClientCall(page, browser)];
  const options = { base: `${url}/rooms/client-${transport}`, transport };
  return {
    async connect() {
      await caller.start(options, "caller", "waiting");
      await waitALittle();
      const ms = await callee.start(options, "callee", "open");
      await callee.hangUp();
      return ms;
    },
    [Symbol.asyncDispose]: () => page[Symbol.asyncDispose](),
  };
}

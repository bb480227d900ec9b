import type { Browser } from "puppeteer-core";
import type { TransportName } from "@/lib/client/transports/transport.ts";
import { openBarePages } from "./bare_pages.ts";

/** toucan's client in pages that draw nothing, ready to be timed. */
export interface ClientPages extends AsyncDisposable {
  /** Milliseconds from the callee's start to an open channel. */
  connect(): Promise<number>;
}

/** Opens two pages with the client that a server has, as a program of somebody else's would use it. */
export async function openClientPages(browser: Browser, url: string, transport: TransportName): Promise<ClientPages> {
  const bare = await openBarePages(
    browser,
    "toucan's client",
    `
      import { createCall } from ${JSON.stringify(`${url}/client.js`)};
      globalThis.startAndTime = (role, phase) => new Promise((resolve) => {
        const start = performance.now();
        globalThis.call = createCall({
          base: ${JSON.stringify(`${url}/rooms/client-${transport}`)},
          iceServers: [],
          transport: ${JSON.stringify(transport)},
          onChange: ({ state }) => state.phase === phase && resolve(performance.now() - start),
        });
        call.start(role);
      });
    `,
  );
  const [caller, callee] = bare.pages;
  return {
    async connect() {
      await caller.evaluate(`startAndTime("caller", "waiting")`);
      const ms = await callee.evaluate(`startAndTime("callee", "open")`) as number;
      await callee.evaluate("call.hangUp()");
      return ms;
    },
    [Symbol.asyncDispose]: () => bare[Symbol.asyncDispose](),
  };
}

import type { Browser, Page } from "puppeteer-core";
import { openWindow } from "./browsers.ts";

/** A page with nothing but a script, of an origin of its own. */
export interface BarePage extends AsyncDisposable {
  /** Opens it in a window, once the script has run. */
  open(browser: Browser): Promise<Page>;
}

/** Serves a page whose script is an ES module; it may await. */
export function serveBarePage(title: string, script: string): BarePage {
  const html = `<!doctype html><title>${title}</title><script type="module" src="/script.js"></script>`;
  const server = Deno.serve({ port: 0, onListen: () => {} }, ({ url }) => {
    return url.endsWith(".js")
      ? new Response(`${script}\nglobalThis.isReady = true;`, { headers: { "content-type": "text/javascript" } })
      : new Response(html, { headers: { "content-type": "text/html" } });
  });
  return {
    async open(browser) {
      const page = await openWindow(browser);
      await page.goto(`http://localhost:${server.addr.port}/`);
      await page.waitForFunction("globalThis.isReady");
      return page;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

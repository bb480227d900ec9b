import type { Browser, Page } from "puppeteer-core";

/** Two pages with nothing but a script, of an origin of their own. */
export interface BarePages extends AsyncDisposable {
  readonly pages: readonly [Page, Page];
}

/** Opens them, once the script has run: an ES module, which may await. */
export async function openBarePages(browser: Browser, title: string, script: string): Promise<BarePages> {
  const html = `<!doctype html><title>${title}</title><script type="module" src="/script.js"></script>`;
  const server = Deno.serve({ port: 0, onListen: () => {} }, ({ url }) => {
    return url.endsWith(".js")
      ? new Response(`${script}\nglobalThis.isReady = true;`, { headers: { "content-type": "text/javascript" } })
      : new Response(html, { headers: { "content-type": "text/html" } });
  });

  async function openPage(): Promise<Page> {
    // A window each: what is behind another one is slowed down.
    const page = await (await browser.createBrowserContext()).newPage();
    await page.goto(`http://localhost:${server.addr.port}/`);
    await page.waitForFunction("globalThis.isReady");
    return page;
  }

  return {
    pages: [await openPage(), await openPage()],
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

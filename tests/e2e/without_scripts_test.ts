import { assert, assertEquals } from "@std/assert";
import { WORDS } from "@/words/mod.ts";
import { type BrowserName, browserTest, launch, openWindow } from "@/testing/browsers.ts";
import { startServer } from "@/testing/server.ts";

const CALLS = ["/", "/rooms/tea", "/rooms/tea?as=callee"];

for (const language of ["en", "de"] as const) {
  browserTest(`without scripts a notice stands in place of the call, and nothing can be pressed, ${language}`, [
    "chromium",
  ], async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    const page = await openWindow(browser);
    await page.setJavaScriptEnabled(false);
    for (const width of [360, 768, 1280]) {
      await page.setViewport({ width, height: 740 });
      for (const path of [...CALLS, "/learn", "/problems"]) {
        const story = `${path} at ${width}`;
        const address = new URL(path, server.url);
        address.searchParams.set("lang", language);
        await page.goto(address.href);
        const controls = await page.$$eval("button, input, textarea, summary", (all) => {
          return all.filter((it) => it.checkVisibility()).map((it) => it.outerHTML);
        });
        assertEquals(controls, [], story);
        assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), width, story);
        if (!CALLS.includes(path)) continue;
        // Below the heading and above the explanation, seen at once.
        const shown = await page.$$eval("main h1, .no-script, #how-title", (all) => {
          return all.filter((it) => it.checkVisibility()).map((it) => it.tagName);
        });
        assertEquals(shown, ["H1", "P", "H2"], story);
        const bottom = await page.$eval(".no-script", (it) => it.getBoundingClientRect().bottom);
        assert(bottom < 740, `${bottom}: ${story}`);
        const text = await page.$eval("main", (it) => (it as HTMLElement).innerText);
        assert(text.includes(WORDS[language].site.needsScript), story);
        for (const asking of [WORDS[language].site.lobby.lead, WORDS[language].room.guest]) {
          assert(!text.includes(asking), story);
        }
      }
    }
  });
}

for (const name of ["chromium", "firefox"] satisfies BrowserName[]) {
  browserTest(`with scripts nothing speaks of them in ${name}`, [name], async () => {
    await using server = await startServer();
    await using browser = await launch(name);
    const page = await openWindow(browser);
    await page.goto(`${server.url}/`);
    assertEquals(await page.$(".no-script"), null);
    assert(await page.$eval(".parts", (it) => it.checkVisibility()));
  });
}

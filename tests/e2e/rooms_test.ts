import { assert, assertEquals, assertMatch } from "@std/assert";
import { decodeQr } from "@/testing/read_qr.ts";
import { browserTest, launch } from "@/testing/browsers.ts";
import { openChat, talk } from "@/testing/chat.ts";
import { startServer } from "@/testing/server.ts";

for (const name of ["chromium", "firefox"] as const) {
  browserTest(`${name}: a private room, an invitation, one click, and two people chat`, [name], async () => {
    await using server = await startServer();
    await using browser = await launch(name);
    const host = await openChat(browser, server.url);
    await Promise.all([host.page.waitForNavigation(), host.click("Make a private room")]);
    const room = new URL(host.page.url()).pathname;
    assertMatch(room, /^\/rooms\/([a-z]+-){3}[a-z]+$/);
    await host.reach("waiting");

    const guest = await openChat(
      browser,
      await host.page.$eval("#room-link", (field) => (field as HTMLInputElement).value),
    );
    assertEquals(await buttonsOf(guest.page), ["Join the chat"]);
    await guest.click("Join the chat");
    await Promise.all([host.reach("open"), guest.reach("open")]);
    await talk(host, guest);
  });
}

browserTest("two people who open the same plain link and press the same button chat, whoever comes first", [
  "chromium",
], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const [one, other] = await Promise.all([1, 2].map(() => openChat(browser, `${server.url}/rooms/tea`)));
  await one!.click("Join the chat");
  await one!.reach("waiting");
  await other!.click("Join the chat");
  await Promise.all([one!.reach("open"), other!.reach("open")]);
  await talk(one!, other!);
});

browserTest("two people who press at once both call, and the one whose offer is replaced answers", [
  "chromium",
], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const pages = await Promise.all([1, 2].map(() => openChat(browser, `${server.url}/rooms/tea`)));
  // Both find the room empty.
  for (const { page } of pages) {
    await page.evaluate(() => {
      const { fetch } = globalThis;
      globalThis.fetch = (input, init) =>
        String(input).endsWith("/offer") && init?.method === undefined
          ? Promise.resolve(new Response(null, { status: 404 }))
          : fetch(input, init);
    });
  }
  const [one, other] = pages;
  await one!.click("Join the chat");
  await one!.reach("waiting");
  await other!.click("Join the chat");
  await Promise.all([one!.reach("open"), other!.reach("open")]);
  await talk(one!, other!);
});

browserTest("the QR code is the invitation, and goes again", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const { page, click } = await openChat(browser, `${server.url}/rooms/tea`);
  const scripts: string[] = [];
  page.on("response", (answer) => answer.url().endsWith(".js") && scripts.push(answer.url()));
  await click("Show QR code");
  const code = await page.waitForSelector("svg[role=img]");
  assert(scripts.length > 0, "the code is loaded when it is wanted");
  const drawn = await code!.evaluate((svg) => ({
    size: Number(svg.getAttribute("viewBox")?.split(" ")[2]),
    path: svg.querySelector("path")?.getAttribute("d") ?? "",
    name: svg.getAttribute("aria-label"),
  }));
  assertEquals(decodeQr(drawn), `${server.url}/rooms/tea?as=callee`);
  assertEquals(drawn.name, "QR code of the invitation to room tea");
  await click("Hide QR code");
  await page.waitForSelector("svg[role=img]", { hidden: true });
});

browserTest("the invitation can be copied", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const { page, click } = await openChat(browser, `${server.url}/rooms/tea`);
  await page.browserContext().overridePermissions(server.url, ["clipboard-read", "clipboard-sanitized-write"]);
  await page.bringToFront();
  await click("Copy link");
  await page.waitForFunction(() => document.querySelector("#room-link-note")?.textContent === "Copied.");
  assertEquals(await page.evaluate(() => navigator.clipboard.readText()), `${server.url}/rooms/tea?as=callee`);
});

browserTest("a page moves nothing when it comes alive", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  for (const path of ["/", "/rooms/tea", "/rooms/tea?as=callee&lang=de", "/?lang=de"]) {
    const { page } = await openChat(browser, server.url + path);
    const moved = await page.evaluate(() =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      })
    );
    assertEquals(moved, 0, path);
  }
});

browserTest("a German browser is answered in German, and the switch in English", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const { page } = await openChat(browser, `${server.url}/?lang=de`);
  assertEquals(await page.$eval("html", (html) => html.lang), "de");
  assertEquals(await page.$eval("#status h2", (title) => title.textContent), "Es kann losgehen");
  await Promise.all([page.waitForNavigation(), page.locator("a[hreflang=en]").click()]);
  assertEquals(await page.$eval("html", (html) => html.lang), "en");
  assertEquals(await page.$eval("#status h2", (title) => title.textContent), "Ready when you are");
});

function buttonsOf(page: Awaited<ReturnType<typeof openChat>>["page"]): Promise<(string | null)[]> {
  return page.$$eval(".call button", (all) => all.filter((it) => it.checkVisibility()).map((it) => it.textContent));
}

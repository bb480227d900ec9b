import { assert, assertEquals, assertMatch } from "@std/assert";
import { decodeQr } from "../components/rooms/read_qr.ts";
import { browserTest, launch } from "./browsers.ts";
import { openChat, talk } from "./chat.ts";
import { startServer } from "./server.ts";

browserTest("a private room, an invitation, one click, and two people chat", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const host = await openChat(browser, server.url);
  await Promise.all([host.page.waitForNavigation(), host.click("Make a private room")]);
  const room = new URL(host.page.url()).pathname;
  assertMatch(room, /^\/rooms\/([a-z]+-){3}[a-z]+$/);
  await host.start("caller");
  await host.reach("waiting");

  const guest = await openChat(
    browser,
    await host.page.$eval("#room-link", (field) => (field as HTMLInputElement).value),
  );
  assertEquals(await firstButton(guest.page), "Start callee");
  await guest.start("callee");
  await Promise.all([host.reach("open"), guest.reach("open")]);
  await talk(host, guest);
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

function firstButton(page: Awaited<ReturnType<typeof openChat>>["page"]): Promise<string | null | undefined> {
  return page.evaluate(() => document.querySelector(".roles button")?.textContent);
}

import { assertEquals, assertLess } from "@std/assert";
import { browserTest, launch } from "@/testing/browsers.ts";
import { startServer } from "@/testing/server.ts";
import { weighPage } from "@/testing/weight.ts";

const KIB = 1_024;

/** What Fresh 2.3.3's own script weighs, packed with brotli. It may be another here, so it isn't weighed. */
const RUNTIME_BYTES = 8_548;
const RUNTIME = /\/fresh-runtime\.js$/;

browserTest(
  "a room's page has less than 40 KiB of compressed scripts, Fresh's included, and one stylesheet",
  ["chromium"],
  async () => {
    await using server = await startServer();
    await using browser = await launch("chromium");
    const all = await weighPage(browser, `${server.url}/rooms/tea`);

    const codings = all.map(({ type, coding }) => [type, coding]);
    assertEquals(codings.filter(([type, coding]) => coding !== (type === "Document" ? "gzip" : "br")), []);

    const scripts = all.filter(({ type }) => type === "Script");
    assertEquals(scripts.filter(({ url }) => RUNTIME.test(url)).length, 1);
    const own = scripts.filter(({ url }) => !RUNTIME.test(url)).reduce((sum, { bodyBytes }) => sum + bodyBytes, 0);
    assertLess(own + RUNTIME_BYTES, 40 * KIB);
    assertEquals(all.filter(({ type }) => type === "Stylesheet").length, 1);
  },
);

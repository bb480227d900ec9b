import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { ElementHandle } from "puppeteer-core";
import { violationsOf } from "./accessible.ts";
import { type BrowserName, browserTest } from "@/testing/browsers.ts";
import { connectFiles, waitForFile } from "./files.ts";
import { makePng } from "./pictures.ts";

const BROWSERS: readonly BrowserName[] = ["chromium", "firefox"];
const SVG =
  `<svg xmlns="http://www.w3.org/2000/svg" onload="document.title='run'"><script>document.title='run'</script></svg>`;
const HTML =
  "<!doctype html><title>run</title><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";

for (const name of BROWSERS) {
  browserTest(`a photo goes from the paper clip to the other side, is shown there, and saved, in ${name}`, [
    name,
  ], async () => {
    await using pages = await connectFiles(name);
    const { sender, receiver, mine, theirs, folder } = pages;
    const photo = makePng(1_200, 800);
    await Deno.writeFile(`${folder}/tea.png`, photo);
    await mine.choose(`${folder}/tea.png`);
    await theirs.reach("offered");
    // Small, and there before anything is accepted.
    const thumbnail = await receiver.page.waitForSelector(".transfer img.thumbnail");
    await receiver.page.waitForFunction(() => document.querySelector<HTMLImageElement>(".thumbnail")!.complete);
    assertEquals(
      await thumbnail!.evaluate((
        it,
      ) => [(it as HTMLImageElement).naturalWidth, (it as HTMLImageElement).naturalHeight]),
      [96, 64],
    );
    await sender.page.waitForSelector(".transfer.me img.thumbnail");
    assertStringIncludes(await theirs.text(), "tea.png");
    assertEquals(await violationsOf(receiver.page), []);
    await theirs.press("Accept tea.png");
    await theirs.reach("done");

    // By keyboard: opened, and closed again.
    const show = await receiver.page.waitForSelector("button.show");
    await show!.focus();
    await receiver.page.keyboard.press("Enter");
    await receiver.page.waitForSelector("dialog.viewer[open] img");
    await receiver.page.waitForFunction(() =>
      document.querySelector<HTMLImageElement>(".viewer img")!.naturalWidth > 0
    );
    const image = await receiver.page.$eval(".viewer img", (it) => [it.naturalWidth, it.src.split(":")[0], it.alt]);
    assertEquals(image, [1_200, "blob", "tea.png"]);
    assertEquals(await violationsOf(receiver.page), []);
    await receiver.page.keyboard.press("Escape");
    await receiver.page.waitForFunction(() => document.querySelector(".viewer") === null);
    assertEquals(
      await receiver.page.evaluate(() => document.activeElement?.getAttribute("aria-label")),
      "Show tea.png",
    );

    await theirs.press("Save tea.png");
    await waitForFile(`${folder}/saved/tea.png`, photo.length);
    assertEquals(await Deno.readFile(`${folder}/saved/tea.png`), photo);
  });

  browserTest(`an SVG or a page is never shown, whatever it calls itself, in ${name}`, [name], async () => {
    await using pages = await connectFiles(name);
    const { receiver, mine, theirs, folder } = pages;
    const evil: [string, string][] = [["a.svg", SVG], ["b.html", HTML], ["c.png", SVG], ["d.jpg", HTML]];
    for (const [file, text] of evil) await Deno.writeTextFile(`${folder}/${file}`, text);
    const title = await receiver.page.title();
    await mine.choose(...evil.map(([file]) => `${folder}/${file}`));
    await theirs.reach("offered", evil.length);
    await theirs.press(`Accept all (${evil.length})`);
    await theirs.reach("done", evil.length);
    // A picture that arrives after them is shown: they have been looked at.
    await Deno.writeFile(`${folder}/last.png`, makePng(3, 2));
    await mine.choose(`${folder}/last.png`);
    await theirs.press("Accept last.png");
    await receiver.page.waitForSelector("button.show");
    assertEquals((await receiver.page.$$("button.show")).length, 1);
    assertEquals((await receiver.page.$$(".transfer img")).length, 1);
    const links = await receiver.page.$$eval(".transfer a", (all) => all.map((it) => [it.download, it.target]));
    assertEquals(links.map(([download]) => download).sort(), [...evil.map(([file]) => file), "last.png"]);
    assert(links.every(([, target]) => target === ""));
    assertEquals(await receiver.page.$$(".chat svg:not(.clip svg), .chat iframe, .chat object, .chat embed"), []);
    assertEquals(await receiver.page.title(), title);
  });
}

browserTest("the paper clip opens the browser's dialog", ["chromium"], async () => {
  await using pages = await connectFiles("chromium");
  const { sender, theirs, folder } = pages;
  await Deno.writeTextFile(`${folder}/tea.txt`, "tea");
  const clip = await sender.page.waitForSelector("button[aria-label='Send files'][aria-disabled=false]");
  await clip!.focus();
  const [chooser] = await Promise.all([
    sender.page.waitForFileChooser(),
    (clip as ElementHandle<HTMLButtonElement>).press("Enter"),
  ]);
  await chooser.accept([`${folder}/tea.txt`]);
  await theirs.reach("offered");
  assertStringIncludes(await theirs.text(), "tea.txt");
});

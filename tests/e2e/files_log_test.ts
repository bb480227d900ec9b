import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { violationsOf } from "./accessible.ts";
import { browserTest } from "@/testing/browsers.ts";
import { connectFiles } from "./files.ts";

browserTest("what has arrived and isn't saved keeps the page", ["chromium"], async () => {
  await using pages = await connectFiles("chromium");
  const { receiver, mine, theirs } = pages;
  await mine.choose(await pages.make("tea.bin", 1_000));
  await theirs.press("Accept tea.bin");
  await theirs.reach("done");
  await receiver.click("Hang up");
  await receiver.reach("ended");
  // What the browser would ask follows what is drawn.
  const asks = (whether: boolean) =>
    receiver.page.waitForFunction(
      (whether) => dispatchEvent(new Event("beforeunload", { cancelable: true })) !== whether,
      {},
      whether,
    );
  await asks(true);
  await theirs.press("Save tea.bin");
  await asks(false);
});

browserTest("a file goes straight to the disk where the browser lets one choose", ["chromium"], async () => {
  await using pages = await connectFiles("chromium");
  const { receiver, mine, theirs } = pages;
  // The one thing that a browser without a window can't do: a place that somebody has chosen, as it would be given.
  await receiver.page.evaluate(() =>
    Object.assign(globalThis, {
      async showSaveFilePicker({ suggestedName }: { suggestedName: string }) {
        return await (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
      },
    })
  );
  const path = await pages.make("tea.bin", 3_000_000);
  await mine.choose(path);
  await theirs.press("Save to …: tea.bin");
  await Promise.all([mine.reach("done"), theirs.reach("done")]);
  assertStringIncludes(await theirs.text(), "saved where you chose");
  const saved = await receiver.page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle("tea.bin");
    return Array.from(await (await handle.getFile()).bytes());
  });
  assertEquals(Uint8Array.from(saved), await Deno.readFile(path));
});

browserTest("files in any state can be used by everybody, in both themes", ["chromium"], async () => {
  await using pages = await connectFiles("chromium");
  const { receiver, mine, theirs } = pages;
  await mine.choose(await pages.make("done.bin", 1_000));
  await theirs.press("Accept done.bin");
  await theirs.reach("done");
  await mine.choose(await pages.make("declined.bin", 1_000));
  await theirs.press("Decline declined.bin");
  await theirs.reach("declined");
  await mine.hold();
  await mine.choose(await pages.make("moving.bin", 10_000_000));
  await theirs.press("Accept moving.bin");
  await theirs.move();
  await mine.choose(await pages.make("one.bin", 1), await pages.make("two.bin", 1));
  await theirs.reach("offered", 2);
  for (const scheme of ["light", "dark"]) {
    await receiver.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const width of [320, 1280]) {
      await receiver.page.setViewport({ width, height: 900 });
      assertEquals(await violationsOf(receiver.page), [], `${scheme}, ${width}`);
      assertEquals(await receiver.page.evaluate(() => document.documentElement.scrollWidth), width);
    }
  }
  assertMatch(
    await receiver.page.$eval(".files-desk [role=status]", (status) => status.textContent ?? ""),
    /wants to send/,
  );
  await theirs.press("Cancel moving.bin");
  await mine.reach("cancelled");
});

browserTest("a file stays in its place among the messages, and its entry moves nothing for who reads", [
  "chromium",
], async () => {
  await using pages = await connectFiles("chromium");
  const { sender, receiver, mine, theirs } = pages;
  await sender.say("before");
  await receiver.hear("before");
  await mine.choose(await pages.make("tea.bin", 1_000));
  await theirs.reach("offered");
  for (let line = 0; line < 30; line++) await sender.say(`after ${line}`);
  await receiver.hear("after 29");
  const entries = await receiver.page.$$eval("[role=log] li", (items) => items.slice(0, 3).map((it) => it.textContent));
  assertMatch(entries.join("|"), /before.*\|tea\.bin.*\|.*after 0/);
  // The reader is above the end, below the file's entry.
  await receiver.page.$eval("[role=log]", (log) => log.scrollTop = log.scrollHeight / 2);
  await receiver.page.waitForFunction(() => {
    const log = document.querySelector("[role=log]")!;
    return Math.abs(log.scrollTop - log.scrollHeight / 2) < 2;
  });
  const top = () =>
    receiver.page.$$eval(
      "[role=log] li",
      (items) => items.find((it) => it.textContent?.includes("after 15"))!.getBoundingClientRect().top,
    );
  const before = await top();
  await receiver.page.$eval(".transfer button", (accept) => accept.click());
  await theirs.reach("done");
  assertEquals(Math.round(await top()), Math.round(before));
  await mine.choose(await pages.make("more.bin", 1_000));
  await receiver.page.waitForSelector(".latest");
  assertEquals(Math.round(await top()), Math.round(before));
});

browserTest("files are accepted, cancelled and saved by keyboard, and the focus stays with the file", [
  "chromium",
], async () => {
  await using pages = await connectFiles("chromium");
  const { receiver, mine, theirs } = pages;
  await mine.hold();
  await mine.choose(await pages.make("big.bin", 10_000_000));
  await theirs.reach("offered");
  const focused = () => receiver.page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  const reach = async (name: string) => {
    for (let tabs = 0; tabs < 30 && await focused() !== name; tabs++) {
      await receiver.page.keyboard.down("Shift");
      await receiver.page.keyboard.press("Tab");
      await receiver.page.keyboard.up("Shift");
    }
    assertEquals(await focused(), name);
  };
  await reach("Accept big.bin");
  await receiver.page.keyboard.press("Enter");
  await theirs.move();
  assertEquals(await focused(), "Cancel big.bin");
  await mine.release();
  await theirs.reach("done");
  await receiver.page.waitForFunction(() => document.activeElement?.closest(".transfer") !== null);
  await receiver.page.keyboard.press("Tab");
  await reach("Save big.bin");
});

browserTest("a file's entry speaks the language that the reader changes to", ["chromium"], async () => {
  await using pages = await connectFiles("chromium");
  const { receiver, mine, theirs } = pages;
  await mine.choose(await pages.make("tea.bin", 1_000));
  await theirs.reach("offered");
  // Wide enough for the details beside the log.
  await receiver.page.setViewport({ width: 1280, height: 800 });
  await receiver.openDetails();
  await receiver.click("Deutsch");
  await receiver.click("Annehmen");
  await receiver.hear("Angekommen");
});

import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Page } from "puppeteer-core";
import { violationsOf } from "./accessible.ts";
import { browserTest, launch } from "@/testing/browsers.ts";
import { type ChatPage, connect, openChat } from "@/testing/chat.ts";
import { filesOf, type FilesPart, writeRandom } from "./files.ts";
import { startServer } from "@/testing/server.ts";
import { answerAsStranger } from "./stranger.ts";

/** Two pages in a call, and their files. */
interface Pages extends AsyncDisposable {
  readonly sender: ChatPage;
  readonly receiver: ChatPage;
  readonly mine: FilesPart;
  readonly theirs: FilesPart;
  /** Makes a file of random bytes; gives its path. */
  make(name: string, sizeBytes: number): Promise<string>;
}

browserTest("files may be dropped on the page and pasted; text still can be", ["chromium"], async () => {
  await using pages = await openPages();
  const { sender, mine, theirs } = pages;
  await mine.open();
  assertEquals(await give(sender.page, "drop", "dropped.txt"), true);
  assertEquals(await give(sender.page, "paste", "pasted.txt"), true);
  assertEquals(await give(sender.page, "paste", undefined), false);
  await theirs.reach("offered", 2);
  assertMatch(await theirs.text(), /pasted\.txt.*dropped\.txt/);
});

browserTest(
  "a file is offered though it was dropped before the other side said that it accepts files",
  ["chromium"],
  async () => {
    await using pages = await openPages(holdHello);
    const { sender, receiver, mine, theirs } = pages;
    await mine.open();
    assertEquals(await give(sender.page, "drop", "early.txt"), true);
    await receiver.page.evaluate("sayHello()");
    await theirs.reach("offered", 1);
    assertMatch(await theirs.text(), /early\.txt/);
  },
);

browserTest(
  "a file that is dropped while the part for files is closed opens it, and is offered",
  ["chromium"],
  async () => {
    await using pages = await openPages();
    const { sender, receiver, mine, theirs } = pages;
    assertEquals(await give(sender.page, "drop", "stray.txt"), true);
    await mine.reach("offered", 1);
    await theirs.reach("offered", 1);
    assertMatch(await theirs.text(), /stray\.txt/);
    await receiver.page.waitForSelector(".notice a[href='#files']");
    // The part is closed again: one more is offered as well.
    await sender.openDetails();
    await sender.page.locator("#files > summary").click();
    assertEquals(await give(sender.page, "drop", "another.txt"), true);
    await theirs.reach("offered", 2);
    await sender.page.waitForSelector("#files[open]");
  },
);

browserTest(
  "what has arrived and isn't saved keeps the page, whether its part is open or not",
  ["chromium"],
  async () => {
    await using pages = await openPages();
    const { receiver, mine, theirs } = pages;
    await mine.open();
    await mine.choose(await pages.make("tea.bin", 1_000));
    await theirs.press("Accept tea.bin");
    await theirs.reach("done");
    // During a talk it asks anyway.
    await pages.sender.click("Hang up");
    await receiver.reach("ended");
    // What the browser would ask follows what is drawn.
    const asks = (whether: boolean) =>
      receiver.page.waitForFunction(
        (whether) => dispatchEvent(new Event("beforeunload", { cancelable: true })) !== whether,
        {},
        whether,
      );
    await receiver.openDetails();
    const fold = () => receiver.page.locator("#files > summary").click();
    await asks(true);
    await fold();
    await asks(true);
    await fold();
    await theirs.press("Save tea.bin");
    await asks(false);
    await fold();
    await fold();
    await receiver.page.waitForSelector("#files[open] [data-phase=done]");
    await asks(false);
  },
);

browserTest("a file goes straight to the disk where the browser lets one choose", ["chromium"], async () => {
  await using pages = await openPages();
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
  await mine.open();
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
  await using pages = await openPages();
  const { receiver, mine, theirs } = pages;
  await mine.open();
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
  assertMatch(await receiver.page.$eval("#files [role=status]", (status) => status.textContent ?? ""), /wants to send/);
  await theirs.press("Cancel moving.bin");
  await mine.reach("cancelled");
});

browserTest("a side that takes no files is told from one that does", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const room = `${server.url}/rooms/bare`;
  const caller = await openChat(browser, room);
  await caller.start("caller");
  await caller.reach("waiting");
  await answerAsStranger(browser, room);
  await caller.reach("open");
  const files = filesOf(caller);
  await files.open();
  assertStringIncludes(await files.text(), "The other side's program doesn't accept files");
  assertEquals(await caller.page.$("#files input:enabled"), null);
});

/** Drops or pastes a file, or text; gives whether the page took it. */
function give(page: Page, type: "drop" | "paste", name: string | undefined): Promise<boolean> {
  return page.evaluate(
    (type, name) => {
      const data = new DataTransfer();
      if (name === undefined) data.setData("text/plain", "tea");
      else data.items.add(new File(["tea"], name));
      const init = { bubbles: true, cancelable: true };
      const event = type === "drop"
        ? new DragEvent(type, { ...init, dataTransfer: data })
        : new ClipboardEvent(type, { ...init, clipboardData: data });
      return !document.body.dispatchEvent(event);
    },
    type,
    name,
  );
}

/** Keeps back the hello of a page, and all that it sends after it, until `sayHello()` is called. */
async function holdHello({ page }: ChatPage): Promise<void> {
  await page.evaluate(() => {
    const { send } = RTCDataChannel.prototype;
    const held: (() => void)[] = [];
    Object.assign(globalThis, {
      sayHello() {
        RTCDataChannel.prototype.send = send;
        held.forEach((say) => say());
      },
    });
    RTCDataChannel.prototype.send = function (data: unknown) {
      held.push(() => Reflect.apply(send, this, [data]));
    };
  });
}

/** Connects two pages, after `prepare` has changed the one that receives. */
async function openPages(prepare?: (receiver: ChatPage) => Promise<void>): Promise<Pages> {
  const server = await startServer();
  const browser = await launch("chromium");
  const folder = await Deno.makeTempDir();
  const room = `${server.url}/rooms/files`;
  const sender = await openChat(browser, room);
  const receiver = await openChat(browser, room);
  await prepare?.(receiver);
  await connect(sender, receiver);
  return {
    sender,
    receiver,
    mine: filesOf(sender),
    theirs: filesOf(receiver),
    async make(name, sizeBytes) {
      await writeRandom(`${folder}/${name}`, sizeBytes);
      return `${folder}/${name}`;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server[Symbol.asyncDispose]();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

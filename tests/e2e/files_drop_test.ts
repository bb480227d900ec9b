import { assertEquals, assertMatch } from "@std/assert";
import type { HTTPRequest, Page } from "puppeteer-core";
import { browserTest, launch } from "@/testing/browsers.ts";
import { type ChatPage, openChat } from "@/testing/chat.ts";
import { connectFiles } from "./files.ts";
import { startServer } from "@/testing/server.ts";
import { answerAsStranger } from "./stranger.ts";

browserTest("files may be dropped on the page and pasted; text still can be", ["chromium"], async () => {
  await using pages = await connectFiles("chromium");
  const { sender, theirs } = pages;
  assertEquals(await give(sender.page, "drop", "dropped.txt"), true);
  assertEquals(await give(sender.page, "paste", "pasted.txt"), true);
  assertEquals(await give(sender.page, "paste", undefined), false);
  await theirs.reach("offered", 2);
  assertMatch(await theirs.text(), /dropped\.txt.*pasted\.txt/);
});

browserTest(
  "a file is offered though it was dropped before the other side said that it accepts files",
  ["chromium"],
  async () => {
    await using pages = await connectFiles("chromium", holdHello);
    const { sender, receiver, theirs } = pages;
    assertEquals(await give(sender.page, "drop", "early.txt"), true);
    await receiver.page.evaluate("sayHello()");
    await theirs.reach("offered", 1);
    assertMatch(await theirs.text(), /early\.txt/);
  },
);

browserTest("the code for files comes with the first file, and is asked for again if it can't come", [
  "chromium",
], async () => {
  await using pages = await connectFiles("chromium");
  const { sender, receiver, mine, theirs } = pages;
  const loaded = ({ page }: ChatPage) =>
    page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /TransferRow/.test(name)).length);
  assertEquals([await loaded(sender), await loaded(receiver)], [0, 0]);
  await sender.page.setRequestInterception(true);
  const refuse = (request: HTTPRequest) =>
    void (/TransferRow/.test(request.url()) ? request.abort() : request.continue());
  sender.page.on("request", refuse);
  assertEquals(await give(sender.page, "drop", "stray.txt"), true);
  await sender.page.waitForSelector(".composer [role=alert]");
  sender.page.off("request", refuse);
  await sender.page.setRequestInterception(false);
  await sender.click("Try again");
  await mine.reach("offered", 1);
  await theirs.reach("offered", 1);
  assertMatch(await theirs.text(), /stray\.txt/);
  assertEquals(await sender.page.$(".composer [role=alert]"), null);
});

browserTest("while files are dragged, the whole page says where they go", ["chromium"], async () => {
  await using pages = await connectFiles("chromium");
  const { page } = pages.sender;
  const drag = (type: string) =>
    page.evaluate((type) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["tea"], "tea.txt"));
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    }, type);
  await drag("dragover");
  const sheet = await page.waitForSelector(".drop-sheet");
  const box = await sheet!.boundingBox();
  assertEquals([box?.x, box?.y, box?.width, box?.height], await page.evaluate(() => [0, 0, innerWidth, innerHeight]));
  await drag("drop");
  await pages.theirs.reach("offered");
  assertEquals(await page.$(".drop-sheet"), null);
});

browserTest("the paper clip says that the other side takes no files", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  const room = `${server.url}/rooms/bare`;
  const caller = await openChat(browser, room);
  await caller.start("caller");
  await caller.reach("waiting");
  await answerAsStranger(browser, room);
  await caller.reach("open");
  const said = () => caller.page.$eval(".composer [role=alert]", (alert) => alert.textContent);
  await caller.page.click(".clip[aria-disabled=true]");
  await caller.page.waitForSelector(".composer [role=alert]");
  assertEquals(await said(), "The other side's program doesn't accept files.");
  assertEquals(await give(caller.page, "drop", "tea.txt"), true);
  assertEquals(await said(), "The other side's program doesn't accept files.");
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

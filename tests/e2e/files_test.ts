import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { type BrowserName, browserTest, launch } from "@/testing/browsers.ts";
import { connect, openChat } from "@/testing/chat.ts";
import { filesOf, hashFile, waitForFile, writeRandom } from "./files.ts";
import { startServer } from "@/testing/server.ts";
import { freePorts, iceServers, startTurn, turnTest } from "./turn.ts";

const PAIRS: [BrowserName, BrowserName][] = [["chromium", "firefox"], ["firefox", "chromium"]];
const SIZE_BYTES = 50_000_000;

for (const [from, to] of PAIRS) {
  browserTest(
    `a file of 50 MB goes from ${from} to ${to}, and is saved as it was`,
    ["chromium", "firefox"],
    async () => {
      await using server = await startServer();
      await using sending = await launch(from);
      await using receiving = await launch(to);
      await using folder = await makeFolder();
      const downloadPath = `${folder.path}/saved`;
      await Deno.mkdir(downloadPath);
      const room = `${server.url}/rooms/${from}-file`;
      const sender = await openChat(sending, room);
      const receiver = await openChat(receiving, room, { downloadBehavior: { policy: "allow", downloadPath } });
      await connect(sender, receiver);
      const [mine, theirs] = [filesOf(sender), filesOf(receiver)];
      const path = `${folder.path}/parrot.bin`;
      await writeRandom(path, SIZE_BYTES);

      await mine.hold();
      await mine.choose(path);
      await theirs.reach("offered");
      assertStringIncludes(await theirs.text(), "50 MB");
      await theirs.press("Accept parrot.bin");
      await theirs.move();
      assertMatch(await mine.text(), /of 50 MB/);
      await mine.release();
      await Promise.all([mine.reach("done"), theirs.reach("done")]);
      assertEquals(await mine.checksum(), await theirs.checksum());
      await theirs.press("Save parrot.bin");
      await waitForFile(`${downloadPath}/parrot.bin`, SIZE_BYTES);
      assertEquals(await hashFile(`${downloadPath}/parrot.bin`), await hashFile(path));
    },
  );
}

browserTest("files are declined, cancelled by either side, and sent several at once", ["chromium"], async () => {
  await using server = await startServer();
  await using browser = await launch("chromium");
  await using folder = await makeFolder();
  const sender = await openChat(browser, `${server.url}/rooms/many`);
  const receiver = await openChat(browser, `${server.url}/rooms/many`);
  const [mine, theirs] = [filesOf(sender), filesOf(receiver)];
  await connect(sender, receiver);
  const small = Array.from({ length: 5 }, (_, index) => `${folder.path}/small-${index}.bin`);
  for (const path of small) await writeRandom(path, 100_000);
  const big = `${folder.path}/big.bin`;
  await writeRandom(big, 10_000_000);
  await mine.hold();

  await mine.choose(small[0]!);
  await theirs.press("Decline small-0.bin");
  await Promise.all([mine.reach("declined"), theirs.reach("declined")]);
  for (const [index, side] of [mine, theirs].entries()) {
    await mine.choose(big);
    await theirs.press("Accept big.bin");
    await theirs.move();
    await side.press("Cancel big.bin");
    await Promise.all([mine, theirs].map((it) => it.reach("cancelled", index + 1)));
  }
  await mine.choose(...small);
  await theirs.reach("offered", 5);
  await theirs.press("Accept all (5)");
  await Promise.all([mine.reach("done", 5), theirs.reach("done", 5)]);

  await mine.choose(big);
  await theirs.press("Accept big.bin");
  await theirs.move();
  await receiver.click("Hang up");
  await Promise.all([mine.reach("failed"), theirs.reach("failed")]);
  assertStringIncludes(await mine.text(), "The call ended before the file arrived");
  await sender.page.click(".clip[aria-disabled=true]");
  const reason = await sender.page.waitForSelector(".composer [role=alert]");
  assertStringIncludes(await reason!.evaluate((it) => it.textContent ?? ""), "once you're connected");
});

turnTest("a file survives its relay: it goes on over another one, and arrives whole", async () => {
  const [first, second] = await freePorts();
  await using server = await startServer({ ICE_SERVERS: iceServers(first, second) });
  await using browser = await launch("chromium");
  await using folder = await makeFolder();
  await using relay = await startTurn(first);
  const sender = await openChat(browser, `${server.url}/rooms/relayed-file?relay`);
  const receiver = await openChat(browser, `${server.url}/rooms/relayed-file?relay`);
  await connect(sender, receiver);
  const [mine, theirs] = [filesOf(sender), filesOf(receiver)];
  const path = `${folder.path}/parrot.bin`;
  await writeRandom(path, SIZE_BYTES);
  await mine.hold();
  await mine.choose(path);
  await theirs.press("Accept parrot.bin");
  await theirs.move();
  await relay.kill();
  // What is read from here on is sent into the void at first.
  await mine.release();
  await using _other = await startTurn(second);
  await Promise.all([sender.reach("reconnecting"), receiver.reach("reconnecting")]);
  await Promise.all([sender.reach("open"), receiver.reach("open")]);
  await Promise.all([mine.reach("done"), theirs.reach("done")]);
  assertEquals(await mine.checksum(), await theirs.checksum());
});

/** A folder for the length of a test. */
async function makeFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await Deno.makeTempDir();
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

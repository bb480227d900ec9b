import { assert, assertEquals, assertGreater, assertLess } from "@std/assert";
import { BUFFER_BYTES, CHUNK_BYTES, WINDOW_BYTES } from "@/lib/files/limits.ts";
import { blobOf, isSame, makeFile, type TwoPages, twoPages } from "./two_pages.ts";

const MIB = 1024 * 1024;

/** Offers a file, and waits until the other side shows it. */
async function offer(pages: TwoPages, file: File): Promise<string> {
  pages.sender.files.offer([file]);
  await pages.receiver.reach("offered");
  return pages.receiver.transfer().id;
}

for (const sizeBytes of [0, 1, MIB - 1, MIB, 3 * MIB + 5]) {
  Deno.test(`a file of ${sizeBytes} bytes arrives whole`, async () => {
    const pages = twoPages();
    const { sender, receiver } = pages;
    const file = makeFile(sizeBytes);
    const id = await offer(pages, file);
    assertEquals(receiver.transfer().sizeBytes, sizeBytes);
    assertEquals(sender.channels.length, 0);
    receiver.files.accept(id);
    await Promise.all([sender.reach("done"), receiver.reach("done")]);
    assert(await isSame(blobOf(receiver.transfer()), file));
    const [sent, got] = [sender.transfer(), receiver.transfer()];
    assert(sent.phase === "done" && got.phase === "done" && sent.checksum === got.checksum);
    assertEquals(sender.channels[0]!.label, `file-${id}`);
  });
}

Deno.test("several files in both directions arrive, three at a time on their way", async () => {
  const pages = twoPages();
  const { sender, receiver } = pages;
  let most = 0;
  pages.onChannel = () => {
    most = Math.max(most, sender.channels.filter(({ readyState }) => !readyState.startsWith("clos")).length);
  };
  const files = Array.from({ length: 8 }, (_, index) => makeFile(MIB + index, `${index}.bin`));
  sender.files.offer(files);
  await receiver.until((transfers) => transfers.length === 8);
  receiver.transfers().forEach(({ id }) => receiver.files.accept(id));
  await receiver.until((transfers) => transfers.every(({ phase }) => phase === "done"));
  for (const [index, transfer] of receiver.transfers().entries()) {
    assertEquals(transfer.name, `${index}.bin`);
    assert(await isSame(blobOf(transfer), files[index]!));
  }
  assertEquals(most, 3);
  receiver.files.offer([makeFile(10, "back.bin")]);
  await sender.reach("offered", 8);
  sender.files.accept(sender.transfers()[8]!.id);
  await sender.reach("done", 8);
});

Deno.test("no more than fifty offers wait for an answer", async () => {
  const { sender, receiver } = twoPages();
  sender.files.offer(Array.from({ length: 60 }, (_, index) => makeFile(1, `${index}`)));
  await receiver.until((transfers) => transfers.length === 50);
  assertEquals(sender.transfers().filter(({ phase }) => phase === "queued").length, 10);
  receiver.files.decline(receiver.transfers()[0]!.id);
  await receiver.until((transfers) => transfers.length === 51);
});

Deno.test("sending waits for the channel", async () => {
  const pages = twoPages();
  const file = makeFile(6 * MIB);
  const id = await offer(pages, file);
  pages.onChannel = (channel) => channel.pause();
  pages.receiver.files.accept(id);
  await pages.sender.reach("moving");
  const [channel] = pages.sender.channels;
  while (channel!.bufferedAmount < BUFFER_BYTES) await Promise.resolve();
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
  assertEquals(channel!.bufferedAmount, BUFFER_BYTES);
  channel!.resume();
  await pages.receiver.reach("done");
  assert(channel!.peakBytes < BUFFER_BYTES + CHUNK_BYTES);
  assert(await isSame(blobOf(pages.receiver.transfer()), file));
});

Deno.test("sending waits for writing", async () => {
  const pages = twoPages();
  const { receiver, sender } = pages;
  const file = makeFile(20 * MIB);
  const id = await offer(pages, file);
  const writing = Promise.withResolvers<void>();
  receiver.storage.onWrite = () => writing.promise;
  let passed = 0;
  const stopped = Promise.withResolvers<void>();
  pages.onChannel = (channel) =>
    channel.tamper = (data) => {
      passed += (data as ArrayBuffer).byteLength;
      if (passed >= WINDOW_BYTES) stopped.resolve();
      return data;
    };
  receiver.files.accept(id);
  await stopped.promise;
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
  assertEquals(passed, WINDOW_BYTES);
  writing.resolve();
  await Promise.all([receiver.reach("done"), sender.reach("done")]);
  assert(await isSame(blobOf(receiver.transfer()), file));
});

Deno.test("progress tells speed and what is left, and that nothing moves", async () => {
  const pages = twoPages();
  const { receiver, sender } = pages;
  const id = await offer(pages, makeFile(4 * MIB));
  pages.onChannel = (channel) => channel.pause();
  receiver.files.accept(id);
  await sender.reach("moving");
  const [channel] = sender.channels;
  channel!.tamper = (data) => {
    if (channel!.bufferedAmount === 0) channel!.pause();
    return data;
  };
  while (channel!.bufferedAmount < BUFFER_BYTES) await Promise.resolve();
  channel!.resume();
  await new Promise((resolve) => channel!.addEventListener("bufferedamountlow", resolve, { once: true }));
  pages.tick(2_000);
  const moving = receiver.transfer();
  assert(moving.phase === "moving" && !moving.stalled);
  assertGreater(moving.bytes, 0);
  assertEquals(moving.bytesPerSecond, moving.bytes / 2);
  assertLess(moving.etaMs!, 20_000);
  pages.connected = false;
  channel!.pause();
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  pages.tick(500);
  pages.tick(6_000);
  const stalled = receiver.transfer();
  assert(stalled.phase === "moving" && stalled.stalled && stalled.etaMs === undefined);
  channel!.tamper = (data) => data;
  channel!.resume();
  await receiver.reach("done");
});

Deno.test("a side can decline, and take back an offer", async () => {
  const pages = twoPages();
  const { receiver, sender } = pages;
  receiver.files.decline(await offer(pages, makeFile(5)));
  await sender.reach("declined");
  assertEquals([sender.transfer(), receiver.transfer()].map((it) => "by" in it && it.by), ["them", "me"]);
  sender.files.offer([makeFile(5)]);
  await receiver.reach("offered", 1);
  sender.files.cancel(sender.transfers()[1]!.id);
  await receiver.reach("cancelled", 1);
  await receiver.files.accept(receiver.transfers()[1]!.id);
  assertEquals(receiver.storage.kept, 0);
});

for (const who of ["sender", "receiver"] as const) {
  Deno.test(`the ${who} can cancel what is on its way`, async () => {
    const pages = twoPages();
    const { receiver, sender } = pages;
    const id = await offer(pages, makeFile(5 * MIB));
    pages.onChannel = (channel) => channel.pause();
    receiver.files.accept(id);
    await Promise.all([receiver.reach("moving"), sender.reach("moving")]);
    pages[who].files.cancel(id);
    sender.channels[0]!.resume();
    await Promise.all([receiver.reach("cancelled"), sender.reach("cancelled")]);
    while (receiver.storage.discarded === 0) await Promise.resolve();
    assertEquals(sender.channels[0]!.readyState, "closed");
  });

  Deno.test(`the ${who} can cancel while the file is checked`, async () => {
    const pages = twoPages();
    const { receiver, sender } = pages;
    const id = await offer(pages, makeFile(MIB + 1));
    const writing = Promise.withResolvers<void>();
    receiver.storage.onWrite = () => writing.promise;
    receiver.files.accept(id);
    await Promise.all([receiver.reach("checking"), sender.reach("checking")]);
    pages[who].files.cancel(id);
    await Promise.all([receiver.reach("cancelled"), sender.reach("cancelled")]);
    writing.resolve();
    while (receiver.storage.discarded === 0) await Promise.resolve();
  });
}

Deno.test("a file that arrives changed fails", async () => {
  const pages = twoPages();
  const { receiver, sender } = pages;
  const id = await offer(pages, makeFile(2 * MIB));
  pages.onChannel = (channel) =>
    channel.tamper = (data) => {
      if (data instanceof ArrayBuffer) new Uint8Array(data)[9]! ^= 1;
      return data;
    };
  receiver.files.accept(id);
  await Promise.all([receiver.reach("failed"), sender.reach("failed")]);
  for (const { transfer } of [receiver, sender]) {
    const it = transfer();
    assert(it.phase === "failed" && it.problem === "checksum-mismatch");
  }
  while (receiver.storage.discarded === 0) await Promise.resolve();
});

Deno.test("finished transfers stay as they are, and close() forgets all", async () => {
  const pages = twoPages();
  const { receiver, sender } = pages;
  const id = await offer(pages, makeFile(5));
  receiver.files.accept(id);
  await Promise.all([receiver.reach("done"), sender.reach("done")]);
  receiver.files.cancel(id);
  sender.files.callEnded();
  assertEquals([receiver, sender].map((side) => side.transfer().phase), ["done", "done"]);
  receiver.files.close();
  assertEquals(receiver.transfers(), []);
  assert(receiver.storage.closed);
});

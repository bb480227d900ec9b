import { assert, assertEquals } from "@std/assert";
import { blobOf, isSame, makeFile, type TwoPages, twoPages } from "./two_pages.ts";
import type { BufferedChannel } from "./buffered_channel.ts";

const MIB = 1024 * 1024;

/** Accepts a file, whose channels are given to `onChannel`. */
async function begin(pages: TwoPages, file: File, onChannel: (channel: BufferedChannel) => void): Promise<string> {
  pages.onChannel = onChannel;
  pages.sender.files.offer([file]);
  await pages.receiver.reach("offered");
  const { id } = pages.receiver.transfer();
  pages.receiver.files.accept(id);
  return id;
}

/** Does something when so many bytes have come through. */
function after(channel: BufferedChannel, bytes: number, act: () => void) {
  channel.tamper = (data) => {
    bytes -= data instanceof ArrayBuffer ? data.byteLength : 0;
    if (bytes <= 0) {
      channel.tamper = (data) => data;
      queueMicrotask(act);
    }
    return data;
  };
}

Deno.test("a path that is gone for a while costs nothing but time", async () => {
  const pages = twoPages();
  const file = makeFile(4 * MIB + 7);
  const paused = Promise.withResolvers<BufferedChannel>();
  await begin(pages, file, (channel) =>
    after(channel, 1.5 * MIB, () => {
      channel.pause();
      paused.resolve(channel);
    }));
  const channel = await paused.promise;
  for (let minutes = 0; minutes < 10; minutes++) pages.tick(60_000);
  const stalled = pages.receiver.transfer();
  assert(stalled.phase === "moving" && stalled.stalled);
  channel.resume();
  await Promise.all([pages.receiver.reach("done"), pages.sender.reach("done")]);
  assert(await isSame(blobOf(pages.receiver.transfer()), file));
  assertEquals(pages.sender.channels.length, 1);
});

Deno.test("a file goes on from its last block where its channel broke", async () => {
  const pages = twoPages();
  const { sender, receiver } = pages;
  const file = makeFile(6 * MIB + 7);
  let bytes = 0;
  await begin(pages, file, (channel) => {
    if (sender.channels.length === 1) after(channel, 2.5 * MIB, () => channel.break());
    else {
      channel.tamper = (data) => {
        bytes += data instanceof ArrayBuffer ? data.byteLength : 0;
        return data;
      };
    }
  });
  await Promise.all([receiver.reach("done"), sender.reach("done")]);
  assert(await isSame(blobOf(receiver.transfer()), file));
  assertEquals(bytes, file.size - 2 * MIB);
  const offsets = receiver.said.filter(({ type }) => type === "file-accept").map(({ offset }) => offset);
  assertEquals(offsets, [0, 2 * MIB]);
});

Deno.test("a file whose channel breaks before its end mark goes on to the end", async () => {
  const pages = twoPages();
  const { sender, receiver } = pages;
  const file = makeFile(2 * MIB);
  await begin(pages, file, (channel) => {
    channel.tamper = (data) => {
      if (typeof data !== "string" || sender.channels.length > 1) return data;
      queueMicrotask(() => channel.break());
      return undefined;
    };
  });
  await Promise.all([receiver.reach("done"), sender.reach("done")]);
  assert(await isSame(blobOf(receiver.transfer()), file));
});

Deno.test("a channel that breaks once it has done its work takes nothing away", async () => {
  const pages = twoPages();
  const { sender, receiver } = pages;
  const writing = Promise.withResolvers<void>();
  receiver.storage.onWrite = () => writing.promise;
  await begin(pages, makeFile(2 * MIB), () => {});
  await Promise.all([receiver.reach("checking"), sender.reach("checking")]);
  sender.channels[0]!.break();
  writing.resolve();
  await Promise.all([receiver.reach("done"), sender.reach("done")]);
  assertEquals(sender.channels.length, 1);
});

Deno.test("a channel that breaks again and again ends the transfer", async () => {
  const pages = twoPages();
  const { sender, receiver } = pages;
  await begin(pages, makeFile(2 * MIB), (channel) => channel.tamper = () => void queueMicrotask(() => channel.break()));
  await Promise.all([receiver.reach("failed"), sender.reach("failed")]);
  for (const { transfer } of [receiver, sender]) {
    const it = transfer();
    assert(it.phase === "failed" && it.problem === "channel-failed");
  }
  assertEquals(sender.channels.length, 3);
});

Deno.test("the end of the call ends unfinished transfers, and keeps finished ones", async () => {
  const pages = twoPages();
  const { sender, receiver } = pages;
  await begin(pages, makeFile(10), () => {});
  await Promise.all([receiver.reach("done"), sender.reach("done")]);
  pages.onChannel = (channel) => channel.pause();
  sender.files.offer([makeFile(MIB), makeFile(MIB)]);
  await receiver.reach("offered", 2);
  receiver.files.accept(receiver.transfers()[1]!.id);
  await receiver.reach("moving", 1);
  pages.connected = false;
  sender.channels[1]!.break();
  sender.files.callEnded();
  receiver.files.callEnded();
  for (const { transfers } of [receiver, sender]) {
    assertEquals(transfers().map((it) => it.phase === "failed" ? it.problem : it.phase), [
      "done",
      "call-over",
      "call-over",
    ]);
  }
  while (receiver.storage.discarded === 0) await Promise.resolve();
});

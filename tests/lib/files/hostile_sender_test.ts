import { assert, assertEquals } from "@std/assert";
import type { FileProblem } from "@/lib/files/mod.ts";
import { BufferedChannel } from "./buffered_channel.ts";
import { assertFailed, hostile, ID } from "./hostile.ts";

const MIB = 1024 * 1024;

const BYTES: [string, FileProblem, (channel: BufferedChannel) => void][] = [
  ["more bytes than announced", "too-many-bytes", (channel) => channel.send(new Uint8Array(11))],
  ["more bytes than announced, in small parts", "too-many-bytes", (channel) => {
    for (let part = 0; part < 11; part++) channel.send(new Uint8Array(1));
  }],
  ["fewer bytes than announced", "too-few-bytes", (channel) => {
    channel.send(new Uint8Array(9));
    channel.send(JSON.stringify({ type: "file-end", sha256: "0".repeat(64) }));
  }],
  ["another checksum", "checksum-mismatch", (channel) => {
    channel.send(new Uint8Array(10));
    channel.send(JSON.stringify({ type: "file-end", sha256: "0".repeat(64) }));
  }],
  ["a checksum that is none", "malformed", (channel) => channel.send(JSON.stringify({ type: "file-end", sha256: 7 }))],
  ["text that is no JSON", "malformed", (channel) => channel.send("{")],
  ["JSON that is no object", "malformed", (channel) => channel.send("null")],
  ["a very long text", "malformed", (channel) => channel.send(`"${"x".repeat(60_000)}"`)],
  ["bytes after the end", "malformed", (channel) => {
    channel.send(new Uint8Array(10));
    channel.send(JSON.stringify({ type: "file-end", sha256: "0".repeat(64) }));
    channel.send(new Uint8Array(0));
  }],
];

for (const [what, problem, send] of BYTES) {
  Deno.test(`${what}: ${problem}`, async () => {
    const page = hostile();
    const channel = await page.send(10);
    if (what.startsWith("bytes after")) page.storage.onWrite = () => new Promise(() => {});
    send(channel);
    await page.until("failed");
    assertFailed(page, problem);
    assert(page.storage.kept === 1);
  });
}

Deno.test("a sender that does not wait for what is written is stopped", async () => {
  const page = hostile();
  const channel = await page.send(1_000 * MIB);
  page.storage.onWrite = () => new Promise(() => {});
  for (let block = 0; block < 20; block++) channel.send(new Uint8Array(MIB));
  await page.until("failed");
  assertFailed(page, "too-fast");
});

Deno.test("a disk that takes no more ends the transfer", async () => {
  const page = hostile();
  const channel = await page.send(2 * MIB);
  page.storage.onWrite = () => Promise.reject(new DOMException("Full", "QuotaExceededError"));
  channel.send(new Uint8Array(MIB));
  await page.until("failed");
  assertFailed(page, "not-written");
});

Deno.test("a file that does not fit is refused before anything is sent", async () => {
  const page = hostile();
  page.storage.limitBytes = 99;
  page.files.hear({ type: "file-offer", id: ID, name: "x", sizeBytes: 100 });
  await page.files.accept(ID);
  assertFailed(page, "no-space");
  assertEquals(page.storage.kept, 0);
});

Deno.test("a file that does not fit may go where the person picks, if they do", async () => {
  const page = hostile();
  page.storage.limitBytes = 99;
  page.files.hear({ type: "file-offer", id: ID, name: "x", sizeBytes: 100 });
  await page.files.accept(ID, { pick: true });
  assertEquals(page.transfer()?.phase, "offered");
  page.storage.picked = {
    write: () => Promise.resolve(),
    finish: () => Promise.resolve(undefined),
    discard: () => Promise.resolve(),
  };
  await page.files.accept(ID, { pick: true });
  assertEquals(page.transfer()?.phase, "queued");
});

for (
  const message of [
    { type: "file-offer", id: ID },
    { type: "file-offer", id: ID, name: 5, sizeBytes: 1 },
    { type: "file-offer", id: ID, name: "x".repeat(9_999), sizeBytes: 1 },
    ...[-1, 1.5, 2 ** 60, "7", null, NaN].map((sizeBytes) => ({ type: "file-offer", id: ID, name: "x", sizeBytes })),
    { type: "file-offer", id: "../../etc", name: "x", sizeBytes: 1 },
    { type: "file-offer", id: 7, name: "x", sizeBytes: 1 },
    { type: "file-offer" },
    { type: "file-nonsense", id: ID },
    { type: "file-accept", id: ID, offset: 0 },
    { type: "file-written", id: ID, bytes: 1e9 },
    { type: "file-done", id: ID },
    { type: "file-cancel", id: ID, reason: { toString: "x" } },
  ]
) {
  Deno.test(`out of the blue, this does nothing: ${JSON.stringify(message).slice(0, 60)}`, () => {
    const page = hostile();
    assert(page.files.hear(message));
    assertEquals(page.transfers(), []);
  });
}

Deno.test("messages that aren't about files are left to others", () => {
  const { files } = hostile();
  for (const message of [{}, { type: "hello" }, { type: 7 }, { type: null }]) assert(!files.hear(message));
  assert(!files.takeChannel(BufferedChannel.pair("chat")[0].asChannel));
});

Deno.test("a channel for nothing that was accepted is closed", () => {
  const { files } = hostile();
  files.hear({ type: "file-offer", id: ID, name: "x", sizeBytes: 1 });
  for (const label of [`file-${ID}`, `file-${"f".repeat(16)}`]) {
    const [own, theirs] = BufferedChannel.pair(label);
    theirs.open();
    assert(files.takeChannel(own.asChannel));
    assertEquals(own.readyState, "closing");
  }
});

Deno.test("a second channel for the same file is closed, and the first goes on", async () => {
  const page = hostile();
  await page.send(10);
  const [second] = BufferedChannel.pair(`file-${ID}`);
  page.files.takeChannel(second.asChannel);
  assertEquals(second.readyState, "closing");
  assertEquals(page.transfer()?.phase, "moving");
});

Deno.test("only so many offers are taken, and what came to nothing is forgotten in time", () => {
  const page = hostile();
  const idOf = (index: number) => index.toString(16).padStart(16, "0");
  for (let index = 0; index < 5_000; index++) {
    page.files.hear({ type: "file-offer", id: idOf(index), name: "x", sizeBytes: 1 });
  }
  assertEquals(page.transfers().length, 100);
  assertEquals(page.said.at(-1), { type: "file-cancel", id: idOf(4_999), reason: "too-many-offers" });
  for (let index = 0; index < 5_000; index++) {
    page.files.hear({ type: "file-cancel", id: idOf(index), reason: "cancelled" });
    page.files.hear({ type: "file-offer", id: idOf(index + 5_000), name: "x", sizeBytes: 1 });
    page.files.hear({ type: "file-cancel", id: idOf(index + 5_000), reason: "cancelled" });
  }
  assert(page.transfers().length <= 200);
});

Deno.test("a sender whose channel breaks again and again is left", async () => {
  const page = hostile();
  (await page.send(10)).break();
  for (let time = 0; time < 2; time++) {
    const [own, theirs] = BufferedChannel.pair(`file-${ID}`);
    page.files.takeChannel(own.asChannel);
    own.open();
    theirs.break();
  }
  assertFailed(page, "channel-failed");
});

Deno.test("a file withdrawn while room is made for it is not accepted", async () => {
  const page = hostile();
  page.files.hear({ type: "file-offer", id: ID, name: "x", sizeBytes: 10 });
  const accepted = page.files.accept(ID);
  page.files.hear({ type: "file-cancel", id: ID, reason: "cancelled" });
  await accepted;
  assertEquals(page.transfer()?.phase, "cancelled");
  assertEquals([page.storage.kept, page.storage.discarded], [1, 1]);
  assertEquals(page.said, []);
});

Deno.test("a name is made safe before anyone sees it", () => {
  const page = hostile();
  page.files.hear({ type: "file-offer", id: ID, name: "../../\u202etxt.exe", sizeBytes: 10 });
  assertEquals(page.transfer()?.name, "txt.exe");
});

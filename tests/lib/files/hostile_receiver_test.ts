import { assertEquals } from "@std/assert";
import { assertFailed, hostile, ID } from "./hostile.ts";
import { makeFile } from "./two_pages.ts";

const ANSWERS: [string, Record<string, unknown>][] = [
  ["accepts what comes after the end", { type: "file-accept", id: ID, offset: 2 ** 40 }],
  ["accepts from the middle of a block", { type: "file-accept", id: ID, offset: 5 }],
  ["accepts from -1", { type: "file-accept", id: ID, offset: -1 }],
  ["has written what was never sent", { type: "file-written", id: ID, bytes: 1 }],
  ["has all before anything was sent", { type: "file-done", id: ID }],
];

for (const [what, message] of ANSWERS) {
  Deno.test(`a receiver that ${what} gets nothing`, () => {
    const page = hostile();
    page.files.offer([makeFile(10)]);
    page.files.hear(message);
    assertFailed(page, "malformed");
  });
}

Deno.test("a receiver that accepts again and again is left", () => {
  const page = hostile();
  page.files.offer([makeFile(10)]);
  for (let time = 0; time < 4; time++) page.files.hear({ type: "file-accept", id: ID, offset: 0 });
  assertFailed(page, "channel-failed");
});

Deno.test("no side can accept its own offer, or offer under the other's name", async () => {
  const page = hostile();
  page.files.hear({ type: "file-offer", id: ID, name: "mine", sizeBytes: 1 });
  page.files.hear({ type: "file-offer", id: ID, name: "other", sizeBytes: 2 });
  assertEquals(page.transfer()?.name, "mine");
  page.files.hear({ type: "file-accept", id: ID, offset: 0 });
  assertFailed(page, "malformed");
  await page.files.accept(ID);
  assertEquals(page.storage.kept, 0);
});

Deno.test("a receiver that accepts from the middle of a block gets no more", async () => {
  const page = hostile();
  page.files.offer([makeFile(10)]);
  page.files.hear({ type: "file-accept", id: ID, offset: 0 });
  page.files.hear({ type: "file-written", id: ID, bytes: 0 });
  await page.until("checking");
  page.files.hear({ type: "file-accept", id: ID, offset: 5 });
  assertFailed(page, "malformed");
});

Deno.test("a receiver that closes the channel and says nothing leaves the file waiting", async () => {
  const page = hostile();
  page.files.offer([makeFile(10)]);
  page.files.hear({ type: "file-accept", id: ID, offset: 0 });
  assertEquals(page.transfer()?.phase, "moving");
  page.channels[0]!.break();
  await page.until("queued");
});

Deno.test("a file that cannot be read any more is named so on both sides", async () => {
  const page = hostile();
  const file = makeFile(10);
  file.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new DOMException("Gone")) });
  page.files.offer([file]);
  page.files.hear({ type: "file-accept", id: ID, offset: 0 });
  await page.until("failed");
  assertFailed(page, "not-readable");
});

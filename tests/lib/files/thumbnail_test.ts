import { assert, assertEquals } from "@std/assert";
import { MAX_THUMBNAIL_BYTES, parseThumbnail } from "@/lib/files/thumbnail.ts";
import { hostile, ID } from "./hostile.ts";
import { gif, jpeg, png } from "./images.ts";
import { makeFile, twoPages } from "./two_pages.ts";

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const SMALL = base64(jpeg(96, 64));

/** What isn't shown, and why. */
const REFUSED: Record<string, unknown> = {
  "another type": base64(png(96, 64)),
  "one that may move": base64(gif(96, 64)),
  "an SVG": btoa("<svg onload='alert(1)'/>"),
  "an address": "https://evil.example/a.jpg",
  "a data URL": `data:image/jpeg;base64,${SMALL}`,
  "too many pixels": base64(jpeg(65_500, 65_500)),
  "too many bytes": base64(jpeg(96, 64, "\xff\xe0\x20\0" + "\0".repeat(0x1ffe))),
  "no base64": "\u00ff",
  "a number": 5,
  "null": null,
  "a list": [SMALL],
  "nothing": "",
};

function picture(name: string): File {
  return new File([png(640, 480)], name, { type: "image/png" });
}

Deno.test("the largest thumbnail is accepted, and one byte more isn't", () => {
  const ofSize = (size: number) => {
    const head = jpeg(96, 64);
    return base64(Uint8Array.from({ length: size }, (_, at) => head[at] ?? 0));
  };
  assertEquals(parseThumbnail(ofSize(MAX_THUMBNAIL_BYTES))?.size, MAX_THUMBNAIL_BYTES);
  assertEquals(parseThumbnail(ofSize(MAX_THUMBNAIL_BYTES + 3)), undefined);
});

Deno.test("an image is offered with its thumbnail, which both sides show until the end", async () => {
  const pages = twoPages();
  const { sender, receiver } = pages;
  pages.makeThumbnail = () => Promise.resolve(SMALL);
  sender.files.offer([picture("tea.png"), makeFile(10)]);
  await receiver.until((transfers) => transfers.length === 2);
  const offers = sender.said.filter(({ type }) => type === "file-offer");
  assertEquals(offers.find(({ name }) => name === "tea.png")?.thumbnail, SMALL);
  assert(!("thumbnail" in offers.find(({ name }) => name === "parrot.bin")!));
  const index = receiver.transfers().findIndex(({ name }) => name === "tea.png");
  receiver.files.accept(receiver.transfers()[index]!.id);
  await receiver.reach("done", index);
  await sender.reach("done", 0);
  for (const transfer of [receiver.transfers()[index]!, sender.transfers()[0]!]) {
    assertEquals(transfer.thumbnail?.type, "image/jpeg");
    assertEquals(transfer.thumbnail?.size, jpeg(96, 64).length);
  }
});

Deno.test("an image whose thumbnail can't be made is offered without one", async () => {
  const pages = twoPages();
  pages.makeThumbnail = () => Promise.reject(new Error("Cannot decode"));
  pages.sender.files.offer([picture("tea.png")]);
  await pages.receiver.reach("offered");
  assertEquals(pages.receiver.transfer().thumbnail, undefined);
});

Deno.test("an image cancelled before it has a thumbnail is never offered, and the next one is", async () => {
  const pages = twoPages();
  const { sender, receiver } = pages;
  const making = Promise.withResolvers<string>();
  pages.makeThumbnail = () => making.promise;
  sender.files.offer([picture("first.png"), picture("second.png")]);
  assertEquals(sender.transfers().map(({ phase }) => phase), ["queued", "queued"]);
  sender.files.cancel(sender.transfer().id);
  making.resolve(SMALL);
  await receiver.reach("offered");
  assertEquals(receiver.transfer().name, "second.png");
  assertEquals(sender.said.map(({ type }) => type), ["file-offer"]);
});

for (const [what, thumbnail] of Object.entries(REFUSED)) {
  Deno.test(`a file is shown without its thumbnail if that is ${what}`, () => {
    const { files, transfer } = hostile();
    files.hear({ type: "file-offer", id: ID, name: "tea.png", sizeBytes: 10, thumbnail });
    assertEquals(transfer()?.phase, "offered");
    assertEquals(transfer()?.thumbnail, undefined);
  });
}

Deno.test("a transfer says when it was offered", () => {
  const pages = twoPages();
  pages.clock.now = 5;
  pages.sender.files.offer([makeFile(1)]);
  pages.clock.now = 6;
  pages.sender.files.cancel(pages.sender.transfer().id);
  assertEquals(pages.sender.transfer().at, 5);
});

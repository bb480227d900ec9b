import { assertEquals } from "@std/assert";
import { pictureOf, readRaster } from "@/lib/files/image.ts";
import { gif, jpeg, png, webp } from "./images.ts";

Deno.test("readRaster() reads type and size of every image of dots", () => {
  const images = [png(300, 200), gif(300, 200), jpeg(300, 200), webp("VP8 ", 300, 200), webp("VP8L", 300, 200)];
  for (const bytes of [...images, webp("VP8X", 300, 200)]) {
    const { width, height } = readRaster(bytes) ?? {};
    assertEquals([width, height], [300, 200]);
  }
  assertEquals(images.map((bytes) => readRaster(bytes)?.type), [
    "image/png",
    "image/gif",
    "image/jpeg",
    "image/webp",
    "image/webp",
  ]);
});

Deno.test("readRaster() reads every beginning of an image without a fault", () => {
  for (const bytes of [png(3, 2), gif(3, 2), jpeg(3, 2), webp("VP8 ", 3, 2), webp("VP8L", 3, 2), webp("VP8X", 3, 2)]) {
    for (let length = 0; length < bytes.length; length++) readRaster(bytes.subarray(0, length));
  }
});

Deno.test("readRaster() takes nothing that could hold a script, nor what is no image", () => {
  for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', "<!doctype html>", "%PDF-1.7", "BM", "", "GIF88a"]) {
    assertEquals(readRaster(new TextEncoder().encode(text)), undefined);
  }
  assertEquals(readRaster(png(0, 1)), undefined);
});

Deno.test("readRaster() of a JPEG takes a time in proportion to its length", () => {
  // Padding bytes, and segments that are as short as they may be.
  for (const part of [[0xff], [0xff, 0xe0, 0, 0], [0xff, 0xe0, 0, 2]]) {
    const bytes = Uint8Array.from({ length: 512 * 1024 }, (_, at) => part[at % part.length]!);
    bytes.set([0xff, 0xd8, 0xff], 0);
    assertEquals(readRaster(bytes), undefined);
  }
});

Deno.test("pictureOf() gives an image the type of its bytes, and leaves out huge ones", async () => {
  const named = new File([png(3, 2)], "page.html", { type: "text/html" });
  const picture = await pictureOf(named);
  assertEquals([picture?.type, picture?.size], ["image/png", named.size]);
  assertEquals(await pictureOf(new File(["<svg/>"], "image.png", { type: "image/png" })), undefined);
  assertEquals(await pictureOf(new Blob([png(65_500, 65_500)])), undefined);
  assertEquals(await pictureOf(new Blob()), undefined);
});

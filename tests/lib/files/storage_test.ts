import { assertEquals } from "@std/assert";
import { createStorage, type FileHandle } from "@/lib/files/mod.ts";
import { MEMORY_LIMIT_BYTES } from "@/lib/files/limits.ts";

const ID = "0123456789abcdef";

/** A place on the disk, which is replaced when all is written. */
class FakeHandle implements FileHandle {
  content = new Blob();
  removed = false;
  aborted = false;

  getFile(): Promise<Blob> {
    return Promise.resolve(this.content);
  }

  createWritable() {
    const parts: BlobPart[] = [];
    return Promise.resolve({
      write: (block: FileSystemWriteChunkType) => {
        parts.push(block as BlobPart);
        return Promise.resolve();
      },
      close: () => {
        this.content = new Blob(parts);
        return Promise.resolve();
      },
      abort: () => {
        this.aborted = true;
        return Promise.resolve();
      },
    });
  }

  remove(): Promise<void> {
    this.removed = true;
    return Promise.resolve();
  }
}

Deno.test("where there is no file system, files are kept in memory, up to a limit over all of them", async () => {
  const storage = createStorage({});
  assertEquals(storage.canPick, false);
  assertEquals(await storage.room(), MEMORY_LIMIT_BYTES);
  const sink = await storage.keep(ID, 1_000);
  assertEquals(await storage.room(), MEMORY_LIMIT_BYTES - 1_000);
  await sink.write(new Uint8Array(600).fill(1));
  await sink.write(new Uint8Array(400).fill(2));
  const blob = await sink.finish();
  assertEquals([blob?.size, blob?.type], [1_000, "application/octet-stream"]);
  assertEquals((await blob!.bytes())[600], 2);
  assertEquals(await storage.room(), MEMORY_LIMIT_BYTES - 1_000);
  await (await storage.keep(ID, 5_000)).discard();
  assertEquals(await storage.room(), MEMORY_LIMIT_BYTES - 1_000);
  storage.close();
  assertEquals(await storage.room(), MEMORY_LIMIT_BYTES);
});

Deno.test("a file goes where the person picks, under the name that is suggested", async () => {
  const handle = new FakeHandle();
  const names: string[] = [];
  const storage = createStorage({
    showSaveFilePicker({ suggestedName }) {
      names.push(suggestedName);
      return Promise.resolve(handle);
    },
  });
  assertEquals(storage.canPick, true);
  const sink = await storage.pick("tea.txt");
  await sink!.write(new TextEncoder().encode("Tea "));
  await sink!.write(new TextEncoder().encode("at five"));
  assertEquals(handle.content.size, 0);
  assertEquals(await sink!.finish(), undefined);
  assertEquals([await handle.content.text(), names.join()], ["Tea at five", "tea.txt"]);
});

Deno.test("pick() gives nothing if the person cancels", async () => {
  const storage = createStorage({ showSaveFilePicker: () => Promise.reject(new DOMException("No", "AbortError")) });
  assertEquals(await storage.pick("tea.txt"), undefined);
});

for (const [before, removed] of [["", true], ["older", false]] as const) {
  Deno.test(`what comes to nothing leaves ${removed ? "no file" : "the file that was there"}`, async () => {
    const handle = new FakeHandle();
    handle.content = new Blob([before]);
    const storage = createStorage({ showSaveFilePicker: () => Promise.resolve(handle) });
    const sink = await storage.pick("tea.txt");
    await sink!.write(new Uint8Array(5));
    await sink!.discard();
    assertEquals([await handle.content.text(), handle.removed, handle.aborted], [before, removed, true]);
  });
}

import { assertEquals } from "@std/assert";
import { createChecksum } from "@/lib/files/checksum.ts";

const MIB = 1024 * 1024;

/** As the standard says it: the SHA-256 of nothing (FIPS 180-4 has no example; RFC 6234 computes it). */
const OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

Deno.test("the checksum of nothing is the SHA-256 of nothing", async () => {
  assertEquals(await createChecksum().digest(), OF_NOTHING);
});

Deno.test("a checksum is that of the checksums of the blocks, whichever comes first", async () => {
  const [one, two] = [new Uint8Array(MIB).fill(1), new Uint8Array(5).fill(2)];
  const parts = await Promise.all([one, two].map((block) => crypto.subtle.digest("SHA-256", block)));
  const whole = await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer());
  const expected = Array.from(new Uint8Array(whole), (byte) => byte.toString(16).padStart(2, "0")).join("");
  for (const order of [[0, 1], [1, 0], [0, 0, 1, 1]]) {
    const checksum = createChecksum();
    order.forEach((index) => checksum.add(index * MIB, index === 0 ? one : two));
    assertEquals(await checksum.digest(), expected);
  }
});

import { assertEquals, assertNotEquals } from "@std/assert";
import { announce, describe } from "@/components/files/words.ts";
import { FILE_PROBLEMS, type Transfer, type TransferState } from "@/lib/files/mod.ts";
import { files as german } from "@/words/de/files.ts";
import { files as english } from "@/words/en/files.ts";

const FILE = { id: "0123456789abcdef", name: "tea.txt", sizeBytes: 50_000_000, at: 0 } as const;

function incoming(state: TransferState): Transfer {
  return { ...FILE, direction: "in", ...state };
}

Deno.test("describe() tells how far it is, how fast, and how long it will take", () => {
  const moving = { phase: "moving", bytes: 20_000_000, stalled: false } as const;
  assertEquals(describe(incoming(moving), english, "en"), "20 MB of 50 MB");
  const fast = incoming({ ...moving, bytesPerSecond: 1_500_000, etaMs: 20_000 });
  assertEquals(describe(fast, english, "en"), "20 MB of 50 MB · 1.5 MB/s · 20 sec left");
  assertEquals(describe(fast, german, "de"), "20 MB von 50 MB · 1,5 MB/s · noch 20 Sek.");
  assertEquals(describe(incoming({ ...moving, stalled: true }), english, "en"), english.states.stalled);
});

Deno.test("describe() says what does not fit, and what can be done about it", () => {
  const offered = { phase: "offered", limitBytes: 1e6 } as const;
  assertEquals(describe(incoming({ ...offered, limitBytes: 5e7 }), english, "en"), english.states.offeredIn);
  assertEquals(describe(incoming(offered), english, "en"), "Too large: this browser can keep at most 1 MB");
  assertNotEquals(
    describe(incoming({ ...offered, canPick: true }), english, "en"),
    describe(incoming(offered), english, "en"),
  );
});

Deno.test("every problem has words of its own in both languages", () => {
  for (const words of [english, german]) {
    const texts = FILE_PROBLEMS.map((problem) => describe(incoming({ phase: "failed", problem }), words, "en"));
    assertEquals(new Set(texts).size, FILE_PROBLEMS.length);
  }
});

Deno.test("announce() says what has come and ended, and leaves out what need not be heard", () => {
  assertEquals(
    announce(incoming({ phase: "offered" }), english, "en"),
    "The other side wants to send you tea.txt, 50 MB.",
  );
  assertEquals(
    announce(incoming({ phase: "done", checksum: "" }), german, "de"),
    "tea.txt ist angekommen.",
  );
  assertEquals(announce({ ...FILE, direction: "out", phase: "offered" }, english, "en"), undefined);
  assertEquals(announce(incoming({ phase: "queued" }), english, "en"), undefined);
});

import { labelOf } from "@/components/ladder/label.ts";
import { sentenceOf } from "@/components/ladder/sentence.ts";
import { nameMessages } from "@/components/ladder/words.ts";
import type { Happening } from "@/lib/client/mod.ts";
import { toLadder } from "@/lib/ladder/mod.ts";
import { ladder as de } from "@/words/de/ladder.ts";
import { ladder as en } from "@/words/en/ladder.ts";
import { assert, assertEquals } from "@std/assert";
import { BEGIN, journalOf } from "@/testing/ladder_journal.ts";

const RELAY = { type: "relay", protocol: "udp" } as const;

/** One of each kind. */
const ALL: (Happening & { readonly restart?: true })[] = [
  { type: "asked", via: "short-poll" },
  { type: "nothing", via: "short-poll" },
  { type: "asked", via: "short-poll" },
  { type: "cut", via: "short-poll", detail: "Silent" },
  { type: "transport", via: "long-poll" },
  { type: "said", via: "long-poll", id: 1, messages: [{ type: "renegotiate" }] },
  { type: "said", via: "long-poll", id: 2, messages: [{ type: "bye" }], restart: true },
  { type: "refused", id: 1, code: "busy", detail: "Later" },
  { type: "refused", detail: "Gone" },
  { type: "heard", via: "event-stream", call: "c", messages: [{ seq: 1, type: "end-of-candidates" }], reset: true },
  { type: "gathered", candidate: { candidate: "candidate:1" } },
  { type: "gathered", candidate: null },
  { type: "candidate-error", url: "stun:x", code: 701, text: "No answer" },
  { type: "state", of: "connection", state: "connected" },
  { type: "state", of: "ice", state: "as yet unheard of" },
  { type: "channel", label: "chat", state: "closed" },
  { type: "path", local: RELAY, remote: RELAY },
  { type: "path", local: { ...RELAY, type: "host" }, remote: { ...RELAY, type: "host" } },
  { type: "phase", phase: "reconnecting", role: "caller" },
  { type: "phase", phase: "ended", reason: "left" },
  { type: "deleted" },
];

for (const [language, words] of [["en", en], ["de", de]] as const) {
  Deno.test(`each row has a label and a sentence without gaps (${language})`, () => {
    const { rows } = toLadder(journalOf(BEGIN, ...ALL));
    assertEquals(new Set(rows.map(({ kind }) => kind)).size, 15);
    for (const row of rows) {
      const [label, sentence] = [labelOf(row, words), sentenceOf(row, words, language)];
      for (const text of [label, sentence]) assert(!/[{}]|undefined|NaN/.test(text) && text.trim() !== "", text);
      assert(label.length <= 44, label);
      assert(sentence.length > label.length, sentence);
    }
  });
}

Deno.test("labelOf() counts folded rows, marks restarts, and shortens long labels", () => {
  const labels = toLadder(journalOf(BEGIN, ...ALL, { type: "channel", label: "🦜".repeat(99), state: "open" })).rows
    .map((row) => labelOf(row, en));
  assertEquals(labels.slice(1, 4), ["asks ×2: nothing new", "cut off", "switches to long polls"]);
  assert(labels.includes("↻ hangs up"));
  assertEquals(Array.from(labels.at(-1)!).length, 44);
  assert(labels.at(-1)!.endsWith("🦜…"));
});

Deno.test("nameMessages() counts candidates and says once that there are no more", () => {
  const candidate = { type: "candidate", candidate: { candidate: "candidate:1" } } as const;
  const end = { type: "end-of-candidates" } as const;
  assertEquals(nameMessages([candidate], en), "1 candidate");
  assertEquals(nameMessages([{ type: "offer", sdp: "" }, candidate, candidate, end], en), "offer + 2 candidates (all)");
  assertEquals(nameMessages([end], de), "keine Kandidaten mehr");
});

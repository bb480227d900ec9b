import type { Happening } from "@/lib/client/mod.ts";
import { createLadder, type LadderRow, toLadder } from "@/lib/ladder/mod.ts";
import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { BEGIN, journalOf, SDP } from "@/testing/ladder_journal.ts";

const ASKED: Happening = { type: "asked", via: "long-poll" };
const NOTHING: Happening = { type: "nothing", via: "long-poll" };
const CUT: Happening = { type: "cut", via: "long-poll", detail: "Silent" };
const SAID: Happening = { type: "said", via: "long-poll", id: 1, messages: [{ type: "offer", sdp: SDP }] };
const ANSWER: Happening = {
  type: "heard",
  via: "long-poll",
  call: `"c"`,
  messages: [{ seq: 1, type: "answer", sdp: SDP }],
  reset: false,
};

Deno.test("toLadder() has an arrow for each message sent, requested and received, with times since the attempt began", () => {
  const { rows, isCut } = toLadder(journalOf(BEGIN, SAID, { type: "taken", id: 1 }, ASKED, ANSWER));
  assertEquals(rows.map(({ kind, sinceMs }) => [kind, sinceMs]), [["began", 0], ["said", 10], ["asked", 30], [
    "heard",
    40,
  ]]);
  assertEquals(isCut, false);
});

Deno.test("toLadder() folds polls that follow one another, also one that has no answer yet", () => {
  const { rows } = toLadder(journalOf(BEGIN, ASKED, NOTHING, ASKED, NOTHING, ASKED));
  assertEquals(pick(rows, "asked"), [{ count: 3, nothing: 2, since: 10 }]);
  assertEquals(rows[1]!.entries.map(({ seq }) => seq), [2, 6]);
});

Deno.test("toLadder() doesn't fold polls over what came between them", () => {
  const { rows } = toLadder(journalOf(BEGIN, ASKED, NOTHING, SAID, ASKED, NOTHING));
  assertEquals(pick(rows, "asked"), [{ count: 1, nothing: 1, since: 10 }, { count: 1, nothing: 1, since: 40 }]);
});

Deno.test("toLadder() folds cuts that follow one another, with the askings between them", () => {
  const { rows } = toLadder(journalOf(BEGIN, ASKED, CUT, ASKED, CUT));
  assertEquals(rows.map(({ kind }) => kind), ["began", "asked", "cut"]);
  assertEquals(rows.at(-1)!.kind === "cut" && rows.at(-1)!.entries.length, 2);
  assertEquals(pick(rows, "cut"), [{ count: 2, since: 20 }]);
});

Deno.test("toLadder() shows an asking after a cut, when it happened", () => {
  const entries = journalOf(BEGIN, ASKED, CUT, ASKED, ANSWER);
  const kinds = ["began", "asked", "cut", "asked"];
  assertEquals(toLadder(entries.slice(0, 4)).rows.map(({ kind }) => kind), kinds);
  const { rows } = toLadder(entries);
  assertEquals(rows.map(({ kind }) => kind), [...kinds, "heard"]);
  assertEquals(rows[3]!.sinceMs, 30);
});

Deno.test("toLadder() tells what became of what was said, of each round by itself", () => {
  const { rows } = toLadder(journalOf(
    BEGIN,
    SAID,
    { ...SAID, restart: true },
    { type: "taken", id: 1, restart: true },
    { type: "refused", id: 1, code: "offer-replaced", detail: "Another one" },
  ));
  assertEquals(
    rows.flatMap((row) => row.kind === "said" ? [[row.outcome, row.tookMs, row.isRestart]] : []),
    [["refused", 30, false], ["taken", 10, true]],
  );
  assertEquals(rows.at(-1)!.kind, "refused");
});

Deno.test("toLadder() shows the latest attempt only, and a callee's second look as a part of it", () => {
  const first = [BEGIN, SAID, { type: "phase", phase: "ended", reason: "hung-up" }, { type: "deleted" }] as const;
  assertEquals(toLadder(journalOf(...first)).rows.map(({ kind }) => kind), ["began", "said", "ended", "deleted"]);
  const { rows } = toLadder(journalOf(
    ...first,
    { type: "phase", phase: "looking", role: "callee" },
    ASKED,
    { type: "phase", phase: "answering", role: "callee" },
    { type: "phase", phase: "looking", role: "callee" },
  ));
  assertEquals(rows.map(({ kind, sinceMs }) => [kind, sinceMs]), [["began", 0], ["asked", 10]]);
});

Deno.test("toLadder() says where a journal doesn't reach back to the attempt's beginning", () => {
  const { rows, isCut } = toLadder(journalOf(BEGIN, SAID, ASKED).slice(1));
  assertEquals(isCut, true);
  assertEquals(rows.map(({ sinceMs }) => sinceMs), [0, 10]);
});

Deno.test("toLadder() folds candidates, and tells a relayed path from a direct one", () => {
  const host = { type: "host", protocol: "udp" } as const;
  const { rows } = toLadder(journalOf(
    BEGIN,
    { type: "gathered", candidate: { candidate: "candidate:1" } },
    { type: "state", of: "gathering", state: "gathering" },
    { type: "gathered", candidate: { candidate: "candidate:2" } },
    { type: "gathered", candidate: null },
    { type: "path", local: host, remote: host },
    { type: "path", local: host, remote: { ...host, address: "192.0.2.1" } },
    { type: "path", local: host, remote: { ...host, type: "relay" } },
  ));
  const [, gathered, direct, relayed] = rows;
  assertEquals(direct?.entries.length, 2);
  assert(gathered?.kind === "gathered");
  assertEquals([gathered.count, gathered.isAll, gathered.entries.length], [2, true, 3]);
  assertEquals(direct?.kind === "path" && direct.isRelayed, false);
  assertEquals(relayed?.kind === "path" && relayed.isRelayed, true);
});

Deno.test("a ladder of a journal that grows is that of the whole journal at each step, and keeps the rows that stay", () => {
  const end = { type: "relay", protocol: "udp" } as const;
  const entries = journalOf(
    BEGIN,
    SAID,
    ASKED,
    CUT,
    ASKED,
    CUT,
    ASKED,
    { type: "taken", id: 1 },
    ANSWER,
    { type: "path", local: end, remote: end },
    { type: "phase", phase: "ended", reason: "left" },
    { type: "phase", phase: "looking", role: "callee" },
    ASKED,
    NOTHING,
    ASKED,
  );
  const read = createLadder();
  for (let count = 0; count <= entries.length; count++) {
    assertEquals(read(entries.slice(0, count)), toLadder(entries.slice(0, count)));
  }
  const before = read(entries);
  assertStrictEquals(read(entries), before);
  const after = read([...entries, { type: "deleted", seq: 99, at: entries[0]!.at + 999 }]);
  assertStrictEquals(after.rows[1], before.rows[1]);
  // The oldest entries have been dropped.
  assertEquals(read(entries.slice(3)), toLadder(entries.slice(3)));
});

Deno.test("a ladder looks once at each entry of a journal that grows", () => {
  let looks = 0;
  const entries = journalOf(BEGIN, ...Array.from({ length: 400 }, () => [ASKED, NOTHING]).flat()).map((entry) =>
    Object.defineProperty({ ...entry }, "type", { enumerable: true, get: () => (looks++, entry.type) })
  );
  const read = createLadder();
  for (let count = 1; count <= entries.length; count++) read(entries.slice(0, count));
  assert(looks < 10 * entries.length, `${looks} looks at ${entries.length} entries`);
});

function pick(rows: readonly LadderRow[], kind: "asked" | "cut") {
  return rows.flatMap((row) => {
    if (row.kind !== kind) return [];
    return [{ count: row.count, ...(row.kind === "asked" ? { nothing: row.nothing } : {}), since: row.sinceMs }];
  });
}

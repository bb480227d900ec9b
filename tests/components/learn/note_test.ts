import { assertEquals } from "@std/assert";
import { stepByKey } from "@/components/learn/keys.ts";
import { noteOf } from "@/components/learn/note.ts";
import { RECORDED } from "@/components/learn/recorded.ts";
import { type RowContent, toLadder } from "@/lib/ladder/mod.ts";
import { learn } from "@/words/en/learn.ts";

Deno.test("noteOf() has something to say about every step of the recorded call", () => {
  const { rows } = toLadder(RECORDED);
  assertEquals(rows.filter((row) => noteOf(row, learn.steps) === undefined).map(({ kind }) => kind), []);
});

Deno.test("noteOf() tells what was said apart, and direct from relayed", () => {
  const note = (row: RowContent) => noteOf({ ...row, key: 1, sinceMs: 0, entries: [], isRestart: false }, learn.steps);
  const heard = { kind: "heard", via: "websocket" } as const;
  assertEquals(note({ ...heard, messages: [{ type: "offer", sdp: "" }] }), learn.steps.offer);
  assertEquals(
    note({ ...heard, messages: [{ type: "candidate", candidate: { candidate: "x" } }] }),
    learn.steps.candidates,
  );
  assertEquals(note({ ...heard, messages: [{ type: "bye" }] }), undefined);
  const end = { type: "host", protocol: "udp" } as const;
  assertEquals(note({ kind: "path", local: end, remote: end, isRelayed: true }), learn.steps.relayed);
  assertEquals(note({ kind: "path", local: end, remote: end, isRelayed: false }), learn.steps.pathPlain);
  assertEquals(note({ kind: "state", of: "ice", state: "failed" }), undefined);
});

Deno.test("stepByKey() walks between all and the last step", () => {
  assertEquals(stepByKey("ArrowRight", 0, 3), 1);
  assertEquals(stepByKey("ArrowRight", 3, 3), 3);
  assertEquals(stepByKey("ArrowLeft", 0, 3), 0);
  assertEquals(stepByKey("Home", 2, 3), 0);
  assertEquals(stepByKey("End", 2, 3), 3);
  assertEquals(stepByKey("Tab", 2, 3), undefined);
});

import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { detailFor, wordsFor } from "@/components/words.ts";
import type { CallState, EndReason } from "@/lib/client/mod.ts";
import { call as callDe } from "@/words/de/call.ts";
import { call } from "@/words/en/call.ts";

const REASONS: Record<EndReason, true> = {
  "hung-up": true,
  "left": true,
  "replaced": true,
  "expired": true,
  "failed": true,
  "timeout": true,
  "unreachable": true,
  "failing": true,
  "refused": true,
  "unsupported": true,
};

const STATES: CallState[] = [
  { phase: "idle" },
  { phase: "offering", role: "caller", sdp: null },
  { phase: "waiting", role: "caller", sdp: "", offer: { etag: "", expiresAt: 0 } },
  { phase: "looking", role: "callee", occupied: null, restarts: 0 },
  { phase: "looking", role: "callee", occupied: `"o"`, restarts: 0 },
  { phase: "answering", role: "callee", etag: "", sdp: null, restarts: 0 },
  { phase: "connecting", role: "callee", etag: "" },
  { phase: "open", role: "callee", connected: true },
  { phase: "reconnecting", role: "callee", connected: false, settled: false, outdated: false },
  ...(Object.keys(REASONS) as EndReason[]).map((reason): CallState => ({ phase: "ended", role: "caller", reason })),
];

Deno.test("wordsFor() tells every state from every other", () => {
  assertEquals(new Set(STATES.map((state) => wordsFor(state, call).title)).size, STATES.length);
});

for (const state of STATES) {
  const name = state.phase === "ended" ? state.reason : state.phase;
  Deno.test(`wordsFor() speaks to a person: ${name}${"occupied" in state && state.occupied ? ", occupied" : ""}`, () => {
    const { title, next } = wordsFor(state, call);
    assertMatch(title, /^[A-Z][^.]+$/);
    assertMatch(next, /^[A-Z].+\.$/);
    for (const text of [title, next]) assertNotEquals(/\b(ICE|SDP|DTLS|STUN|TURN|have-local|peer)\b/.test(text), true);
  });
}

Deno.test("detailFor() speaks the reader's language where it can, and English where it can't", () => {
  const ended = { phase: "ended", role: "caller", reason: "left", detail: "Somebody" } as const;
  const words = callDe;
  assertEquals(detailFor({ ...ended, code: "room-cleared" }, words), { text: words.causes["room-cleared"] });
  assertEquals(detailFor({ ...ended, code: "slow-body" }, words), { text: "Somebody", lang: "en" });
  assertEquals(detailFor(ended, words), { text: "Somebody", lang: "en" });
  assertEquals(detailFor({ phase: "ended", role: "caller", reason: "left" }, words), undefined);
  assertEquals(detailFor({ phase: "idle" }, words), undefined);
});

import { assertEquals, assertRejects } from "@std/assert";
import { LOBBY, parseRoomName, Refusal } from "@/lib/protocol/mod.ts";
import { isCandidate } from "@/lib/server/call/mailbox.ts";
import type { Mailbox } from "@/lib/server/call/mailbox.ts";
import { createDatabase } from "@/lib/server/store/database.ts";
import { encodeMailbox, keys } from "@/lib/server/store/rows.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";
import { createTestStore, describe, watchCommits } from "@/testing/stores.ts";

const TEA = parseRoomName("tea");
const [FIRST, SECOND] = [{ candidate: "candidate:1" }, { candidate: "candidate:2" }];

Deno.test("a write that lost a race is applied again to what won", async () => {
  using kv = await Deno.openKv(":memory:");
  const other = createTestStore(kv);
  const commits = watchCommits(
    kv,
    (nth) => nth === 1 ? other.store.trickle(LOBBY, "caller", [FIRST]) : Promise.resolve(),
  );
  const { store } = createTestStore(kv);
  await store.trickle(LOBBY, "caller", [SECOND]);
  assertEquals((await store.read(LOBBY)).caller.entries, [FIRST, SECOND]);
  assertEquals(commits.count, 3, "the one that lost, the one that won, and the one more");
});

Deno.test("an answer that lost a race is refused", async () => {
  using kv = await Deno.openKv(":memory:");
  const other = createTestStore(kv);
  await other.store.offer(LOBBY, describe("offer"), null);
  watchCommits(kv, (nth) => nth === 1 ? other.store.answer(LOBBY, describe("answer", "won"), null) : Promise.resolve());
  const { store } = createTestStore(kv);
  const refusal = await assertRejects(() => store.answer(LOBBY, describe("answer", "lost"), null), Refusal);
  assertEquals(refusal.code, "answer-taken");
  assertEquals((await store.read(LOBBY)).callee.description?.sdp, describe("answer", "won").sdp);
});

Deno.test("an answer is refused if another process replaces the offer meanwhile", async () => {
  using kv = await Deno.openKv(":memory:");
  const other = createTestStore(kv);
  const { etag } = await other.store.offer(LOBBY, describe("offer"), null);
  watchCommits(kv, (nth) => nth === 1 ? other.store.offer(LOBBY, describe("offer", "new"), null) : Promise.resolve());
  const { store } = createTestStore(kv);
  const refusal = await assertRejects(() => store.answer(LOBBY, describe("answer"), etag), Refusal);
  assertEquals(refusal.code, "offer-replaced");
  assertEquals((await store.read(LOBBY)).callee.description, null);
});

Deno.test("an answer goes to the offer that another process has made since this one's last write", async () => {
  using kv = await Deno.openKv(":memory:");
  const [one, other] = [createTestStore(kv), createTestStore(kv)];
  await one.store.offer(LOBBY, describe("offer"), null);
  const { etag } = await other.store.offer(LOBBY, describe("offer", "new"), null);
  await one.store.answer(LOBBY, describe("answer"), etag);
  assertEquals((await other.store.read(LOBBY)).callee.description?.sdp, describe("answer").sdp);
});

Deno.test("a write of the caller's process doesn't end a call that the callee's process renewed", async () => {
  using kv = await Deno.openKv(":memory:");
  const [one, other] = [createTestStore(kv), createTestStore(kv)];
  await one.store.offer(LOBBY, describe("offer"), null);
  other.clock.advance(599_000);
  await other.store.answer(LOBBY, describe("answer"), null);
  one.clock.advance(700_000);
  await one.store.trickle(LOBBY, "caller", [FIRST]);
  const { caller, callee } = await one.store.read(LOBBY);
  assertEquals([caller.description?.sdp, caller.entries], [describe("offer").sdp, [FIRST]]);
  assertEquals(callee.description?.sdp, describe("answer").sdp);
});

Deno.test("a callee's early candidates survive a race with the offer", async () => {
  using kv = await Deno.openKv(":memory:");
  const other = createTestStore(kv);
  watchCommits(kv, (nth) => nth === 1 ? other.store.trickle(LOBBY, "callee", [FIRST]) : Promise.resolve());
  const { store } = createTestStore(kv);
  await store.offer(LOBBY, describe("offer"), null);
  assertEquals((await store.read(LOBBY)).callee.entries, [FIRST]);
  await store.answer(LOBBY, describe("answer"), null);
  assertEquals((await store.read(LOBBY)).callee.entries, [FIRST]);
});

Deno.test("a write that loses every race is refused as busy, and doesn't fail others in its commit", async () => {
  using kv = await Deno.openKv(":memory:");
  const { store } = createTestStore(kv, { database: createDatabase({ kv, random: () => 0 }) });
  const held = Promise.withResolvers<void>();
  const began = Promise.withResolvers<void>();
  let commits = 0;
  const set = kv.set.bind(kv);
  watchCommits(kv, async (nth) => {
    commits = nth;
    began.resolve();
    if (nth === 1) return await held.promise;
    await set(
      keys.mailbox(LOBBY, "caller"),
      encodeMailbox(mailboxOf(nth), { process: "other", clock: createFakeClock() })[0],
    );
  });
  const first = store.hangUp(parseRoomName("idle"), null);
  await began.promise;
  const loser = store.trickle(LOBBY, "caller", [FIRST]);
  const shares = store.trickle(TEA, "caller", [FIRST]);
  held.resolve();
  await first;
  const refusal = await assertRejects(() => loser, Refusal);
  assertEquals([refusal.code, refusal.status, refusal.options.retryAfter], ["busy", 503, 1]);
  await shares;
  assertEquals((await store.read(TEA)).caller.entries, [FIRST]);
  assertEquals(commits, 22, "one, then both together, then one alone and the other nineteen times more");
});

Deno.test("many writers in two processes lose nothing", async () => {
  using kv = await Deno.openKv(":memory:");
  const stores = [createTestStore(kv), createTestStore(kv, { remote: true })];
  const all = Array.from({ length: 60 }, (_, index) => ({ candidate: `candidate:${index}` }));
  await stores[0]!.store.offer(LOBBY, describe("offer"), null);
  await Promise.all(all.map((one, index) => stores[index % 2]!.store.trickle(LOBBY, "caller", [one])));
  const { caller } = await stores[0]!.store.read(LOBBY);
  const numberOf = ({ candidate }: { candidate: string }) => Number(candidate.split(":")[1]);
  assertEquals(caller.entries.filter(isCandidate).sort((a, b) => numberOf(a) - numberOf(b)), all);
});

function mailboxOf(call: number): Mailbox {
  return { call: `${call}`, description: null, entries: [], expiresAt: 1 };
}

import { assertEquals } from "@std/assert";
import { LOBBY, Refusal } from "@/lib/protocol/mod.ts";
import { createKvFile, createTestStore, describe, waitForAnswer } from "@/testing/stores.ts";

Deno.test("looking again wakes a reader after another process's write to the same file", async () => {
  await using file = await createKvFile();
  using kvOne = await Deno.openKv(file.path);
  using kvTwo = await Deno.openKv(file.path);
  const [one, two] = [createTestStore(kvOne), createTestStore(kvTwo)];
  await two.store.offer(LOBBY, describe("offer"), null);
  const waiting = waitForAnswer(one);
  await one.clock.timers(2);
  await one.store.read(LOBBY);
  await two.store.answer(LOBBY, describe("answer"), null);
  assertEquals(one.store.waiting, 1);
  one.clock.advance(500);
  assertEquals(await waiting, describe("answer").sdp);
  assertEquals([one.store.waiting, one.clock.pending], [0, 0]);
});

Deno.test("a reader that looks again keeps waiting if there is nothing new", async () => {
  await using file = await createKvFile();
  using kvOne = await Deno.openKv(file.path);
  using kvTwo = await Deno.openKv(file.path);
  const [one, two] = [createTestStore(kvOne), createTestStore(kvTwo)];
  await two.store.offer(LOBBY, describe("offer"), null);
  const waiting = waitForAnswer(one);
  await one.clock.timers(2);
  for (let round = 0; round < 5; round++) {
    await two.store.trickle(LOBBY, "callee", [{ candidate: `candidate:${round}` }]);
    for (const { clock } of [one, two]) clock.advance(500);
    await one.store.read(LOBBY);
    assertEquals(one.store.waiting, 1);
  }
  await two.store.answer(LOBBY, describe("answer"), null);
  one.clock.advance(500);
  assertEquals(await waiting, describe("answer").sdp);
});

Deno.test("of first answers in two stores at once, one wins and the others are refused as taken", async () => {
  await using file = await createKvFile();
  using kvOne = await Deno.openKv(file.path);
  using kvTwo = await Deno.openKv(file.path);
  const stores = [createTestStore(kvOne), createTestStore(kvTwo)];
  await stores[0]!.store.offer(LOBBY, describe("offer"), null);
  const all = await Promise.allSettled(
    Array.from(
      { length: 30 },
      (_, index) => stores[index % 2]!.store.answer(LOBBY, describe("answer", `u${index}`), null),
    ),
  );
  const refused = all.flatMap((one) => one.status === "rejected" ? [codeOf(one.reason)] : []);
  assertEquals(refused, Array(29).fill("answer-taken"));
  const winner = all.findIndex(({ status }) => status === "fulfilled");
  for (const { store } of stores) {
    assertEquals((await store.read(LOBBY)).callee.description?.sdp, describe("answer", `u${winner}`).sdp);
  }
});

Deno.test("a shared database wakes a reader without looking again", async () => {
  using kv = await Deno.openKv(":memory:");
  const [one, two] = [createTestStore(kv, { remote: true }), createTestStore(kv, { remote: true })];
  await two.store.offer(LOBBY, describe("offer"), null);
  const waiting = waitForAnswer(one);
  await one.clock.timers(2);
  await one.store.read(LOBBY);
  await two.store.answer(LOBBY, describe("answer"), null);
  assertEquals(await waiting, describe("answer").sdp);
  assertEquals([one.store.waiting, one.clock.pending], [0, 0]);
});

Deno.test("a reader of a shared database looks again even if its watch breaks", async () => {
  using kv = await Deno.openKv(":memory:");
  kv.watch = () => new ReadableStream({ start: (stream) => stream.error(new Error("Cannot watch")) });
  const [one, two] = [createTestStore(kv, { remote: true }), createTestStore(kv, { remote: true })];
  await two.store.offer(LOBBY, describe("offer"), null);
  const waiting = waitForAnswer(one);
  await one.clock.timers(2);
  await one.store.read(LOBBY);
  await two.store.answer(LOBBY, describe("answer"), null);
  one.clock.advance(5_000);
  assertEquals(await waiting, describe("answer").sdp);
});

Deno.test("a wait on a shared database leaves no watch behind", async () => {
  using kv = await Deno.openKv(":memory:");
  let open = 0;
  const watch = kv.watch.bind(kv);
  kv.watch = ((...args: Parameters<typeof watch>) => {
    open++;
    const stream = watch(...args);
    const getReader = stream.getReader.bind(stream);
    stream.getReader = (() => {
      const reader = getReader();
      const cancel = reader.cancel.bind(reader);
      reader.cancel = (reason) => (open--, cancel(reason));
      return reader;
    }) as typeof stream.getReader;
    return stream;
  }) as typeof kv.watch;
  const one = createTestStore(kv, { remote: true });
  for (const end of ["leave", "time", "close"]) {
    const leaving = new AbortController();
    const waiting = [waitForAnswer(one, leaving.signal), waitForAnswer(one, leaving.signal)];
    await one.clock.timers(3);
    assertEquals(open, 1);
    if (end === "leave") leaving.abort();
    if (end === "time") one.clock.advance(20_000);
    if (end === "close") one.store.close();
    await Promise.all(waiting);
    assertEquals([open, one.store.waiting, one.clock.pending], [0, 0, 0]);
  }
});

function codeOf(error: unknown): string {
  return error instanceof Refusal ? error.code : String(error);
}

import { assertEquals, assertThrows } from "@std/assert";
import { LOBBY, parseRoomName, Refusal, type RoomName } from "@/lib/protocol/mod.ts";
import { createWaitingRoom } from "@/lib/server/store/waiting.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";

const TEA = parseRoomName("tea");
const NEVER = Number.MAX_SAFE_INTEGER;

Deno.test("createWaitingRoom() wakes only the readers of a room whose state has changed", async () => {
  const { waiting, saw } = create();
  const log: string[] = [];
  using one = waiting.enter(LOBBY);
  using two = waiting.enter(LOBBY);
  using other = waiting.enter(TEA);
  saw(LOBBY, "1");
  saw(TEA, "1");
  const all = [one.changed().then(() => log.push("one")), two.changed().then(() => log.push("two"))];
  const last = other.changed().then(() => log.push("other"));
  saw(LOBBY, "2");
  saw(TEA, "1");
  await Promise.all(all);
  assertEquals(log, ["one", "two"]);
  waiting.wakeAll();
  await last;
  assertEquals(log, ["one", "two", "other"]);
});

Deno.test("createWaitingRoom() misses no change between enter() and changed()", async () => {
  const { waiting, saw } = create();
  using waiter = waiting.enter(LOBBY);
  saw(LOBBY, "1");
  saw(LOBBY, "2");
  saw(LOBBY, "3");
  await waiter.changed();
  const next = waiter.changed();
  saw(LOBBY, "4");
  await next;
});

Deno.test("createWaitingRoom() wakes an earlier reader when a later one reads a change", async () => {
  const { waiting, saw } = create();
  using early = waiting.enter(LOBBY);
  saw(LOBBY, "1");
  const changed = early.changed();
  using _late = waiting.enter(LOBBY);
  saw(LOBBY, "2");
  await changed;
});

Deno.test("createWaitingRoom() looks at all rooms regularly, with one timer and one look at a time", () => {
  const { waiting, clock, looks } = create();
  using _one = waiting.enter(LOBBY);
  using _two = waiting.enter(LOBBY);
  using _other = waiting.enter(TEA);
  assertEquals(clock.pending, 1);
  clock.advance(500);
  assertEquals(looks.map(({ rooms }) => rooms), [[LOBBY, TEA]]);
  clock.advance(5_000);
  assertEquals([looks.length, clock.pending], [1, 1]);
});

Deno.test("createWaitingRoom() looks again only after the last look has ended", async () => {
  const { waiting, clock, looks } = create();
  using _one = waiting.enter(LOBBY);
  clock.advance(500);
  looks[0]!.finish();
  await looks[0]!.done;
  await Promise.resolve();
  clock.advance(500);
  assertEquals(looks.length, 2);
});

Deno.test("createWaitingRoom() looks less often if there are more rooms", () => {
  const { waiting, clock, delays } = create();
  const waiters = Array.from({ length: 5_000 }, (_, index) => waiting.enter(parseRoomName(`room-${index}`)));
  clock.advance(500);
  for (const waiter of waiters.slice(10)) waiter[Symbol.dispose]();
  clock.advance(1_000);
  assertEquals(delays, [500, 1_000, 500]);
  for (const waiter of waiters) waiter[Symbol.dispose]();
});

Deno.test("createWaitingRoom() looks at a room whose last read failed, and wakes its readers in any case", async () => {
  const { waiting, saw, clock, looks } = create();
  using waiter = waiting.enter(LOBBY);
  using _other = waiting.enter(TEA);
  saw(LOBBY, "1");
  waiter.missed();
  const changed = waiter.changed();
  clock.advance(500);
  assertEquals(looks[0]!.missed, [LOBBY]);
  saw(LOBBY, "1");
  await changed;
  const again = waiter.changed();
  saw(LOBBY, "1");
  saw(LOBBY, "2");
  await again;
});

Deno.test("createWaitingRoom() wakes a room's readers once when its call expires", async () => {
  const { waiting, clock } = create();
  using waiter = waiting.enter(LOBBY);
  waiting.saw(LOBBY, () => ({ stamp: "1", expiresAt: clock.now() + 700 }));
  let woken = 0;
  const count = async () => {
    await waiter.changed();
    woken++;
  };
  const changed = count();
  clock.advance(500);
  await Promise.resolve();
  assertEquals(woken, 0);
  clock.advance(500);
  await changed;
  const again = count();
  clock.advance(500);
  await Promise.resolve();
  assertEquals(woken, 1);
  waiter.wake();
  await again;
});

Deno.test("createWaitingRoom() keeps nothing of readers that have left", () => {
  const { waiting, clock, watched } = create();
  const one = waiting.enter(LOBBY, "192.0.2.1");
  const two = waiting.enter(LOBBY);
  const other = waiting.enter(TEA);
  assertEquals(waiting.size, 3);
  assertEquals([...watched.keys()], [LOBBY, TEA]);
  one[Symbol.dispose]();
  one[Symbol.dispose]();
  assertEquals([waiting.size, watched.get(LOBBY)!.isOver], [2, false]);
  two[Symbol.dispose]();
  assertEquals([waiting.size, watched.get(LOBBY)!.isOver], [1, true]);
  assertEquals(clock.pending, 1);
  other[Symbol.dispose]();
  assertEquals([waiting.size, clock.pending, watched.get(TEA)!.isOver], [0, 0, true]);
});

Deno.test("createWaitingRoom() wakes readers by one watch per room", async () => {
  const { waiting, watched } = create();
  using one = waiting.enter(LOBBY);
  using two = waiting.enter(LOBBY);
  const changed = Promise.all([one.changed(), two.changed()]);
  watched.get(LOBBY)!.changed();
  await changed;
  assertEquals(watched.size, 1);
});

Deno.test("createWaitingRoom() refuses only newcomers when it is full", async () => {
  const { waiting, saw } = create(4);
  const waiters = Array.from({ length: 4 }, () => waiting.enter(LOBBY));
  const refusal = assertThrows(() => waiting.enter(TEA), Refusal);
  assertEquals([refusal.code, refusal.options.limit], ["too-many-waiting", 4]);
  saw(LOBBY, "1");
  const all = Promise.all(waiters.map((waiter) => waiter.changed()));
  saw(LOBBY, "2");
  await all;
  waiters.pop()![Symbol.dispose]();
  waiters.push(waiting.enter(TEA));
  for (const waiter of waiters) waiter[Symbol.dispose]();
  assertEquals(waiting.size, 0);
});

Deno.test("createWaitingRoom() gives no client more than a quarter of all places", () => {
  const { waiting } = create(8);
  const waiters = [waiting.enter(LOBBY, "192.0.2.1"), waiting.enter(TEA, "192.0.2.1")];
  const refusal = assertThrows(() => waiting.enter(LOBBY, "192.0.2.1"), Refusal);
  assertEquals([refusal.code, refusal.options.limit], ["too-many-waiting", 2]);
  waiters.push(waiting.enter(LOBBY, "192.0.2.2"), waiting.enter(LOBBY));
  waiters.shift()![Symbol.dispose]();
  waiters.push(waiting.enter(LOBBY, "192.0.2.1"));
  for (const waiter of waiters) waiter[Symbol.dispose]();
});

function create(maxWaiting = 10_000) {
  const clock = createFakeClock();
  const delays: number[] = [];
  const after = (ms: number, callback: () => void) => (delays.push(ms), clock.after(ms, callback));
  const watched = new Map<RoomName, { isOver: boolean; changed(): void }>();
  const watch = (room: RoomName, changed: () => void) => {
    const one = { isOver: false, changed };
    watched.set(room, one);
    return () => void (one.isOver = true);
  };
  const looks: { rooms: readonly RoomName[]; missed: readonly RoomName[]; done: Promise<void>; finish(): void }[] = [];
  const look = (rooms: readonly RoomName[], missed: readonly RoomName[]) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    looks.push({ rooms, missed, done: promise, finish: resolve });
    return promise;
  };
  const waiting = createWaitingRoom({ clock: { ...clock, after }, maxWaiting, lookAgainMs: 500, look, watch });
  const saw = (room: RoomName, stamp: string) => waiting.saw(room, () => ({ stamp, expiresAt: NEVER }));
  return { clock, delays, watched, looks, waiting, saw };
}

import { assertEquals } from "@std/assert";
import { LOBBY, parseRoomName, type RoomName } from "@/lib/protocol/mod.ts";
import { createWaitingRoom } from "@/lib/server/waiting.ts";
import { createFakeClock } from "@/tests/fake_clock.ts";

const TEA = parseRoomName("tea");

Deno.test("createWaitingRoom() wakes who waits for a room, and nobody else", async () => {
  const { waiting } = create();
  const log: string[] = [];
  using one = waiting.enter(LOBBY);
  using two = waiting.enter(LOBBY);
  using other = waiting.enter(TEA);
  const all = [one.changed().then(() => log.push("one")), two.changed().then(() => log.push("two"))];
  const last = other.changed().then(() => log.push("other"));
  waiting.wake([LOBBY]);
  await Promise.all(all);
  assertEquals(log, ["one", "two"]);
  waiting.wakeAll();
  await last;
  assertEquals(log, ["one", "two", "other"]);
});

Deno.test("createWaitingRoom() misses no change between entering and waiting", async () => {
  const { waiting } = create();
  using waiter = waiting.enter(LOBBY);
  waiting.wake([LOBBY]);
  waiting.wake([LOBBY]);
  await waiter.changed();
  const next = waiter.changed();
  waiting.wake([LOBBY]);
  await next;
});

Deno.test("createWaitingRoom() has all look again every so often, with one timer for all", async () => {
  const { waiting, clock } = create();
  using one = waiting.enter(LOBBY);
  using other = waiting.enter(TEA);
  for (let round = 0; round < 3; round++) {
    const changed = Promise.all([one.changed(), other.changed()]);
    assertEquals(clock.pending, 1);
    clock.advance(500);
    await changed;
  }
});

Deno.test("createWaitingRoom() has them look again more rarely the more there are", () => {
  const { waiting, clock, delays } = create();
  const waiters = Array.from({ length: 5_000 }, () => waiting.enter(LOBBY));
  clock.advance(500);
  for (const waiter of waiters.slice(10)) waiter[Symbol.dispose]();
  clock.advance(1_000);
  assertEquals(delays, [500, 1_000, 500]);
  for (const waiter of waiters) waiter[Symbol.dispose]();
});

Deno.test("createWaitingRoom() keeps nothing of those who have left", () => {
  const { waiting, clock, watched } = create();
  const one = waiting.enter(LOBBY);
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

Deno.test("createWaitingRoom() wakes by its watch, which is one a room", async () => {
  const { waiting, watched } = create();
  using one = waiting.enter(LOBBY);
  using two = waiting.enter(LOBBY);
  const changed = Promise.all([one.changed(), two.changed()]);
  watched.get(LOBBY)!.changed();
  await changed;
  assertEquals(watched.size, 1);
});

function create() {
  const clock = createFakeClock();
  const delays: number[] = [];
  const after = (ms: number, callback: () => void) => (delays.push(ms), clock.after(ms, callback));
  const watched = new Map<RoomName, { isOver: boolean; changed(): void }>();
  const watch = (room: RoomName, changed: () => void) => {
    const one = { isOver: false, changed };
    watched.set(room, one);
    return () => void (one.isOver = true);
  };
  const waiting = createWaitingRoom({ clock: { now: clock.now, after }, lookAgainMs: 500, watch });
  return { clock, delays, watched, waiting };
}

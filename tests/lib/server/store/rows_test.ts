import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { LOBBY, parseRoomName } from "@/lib/protocol/mod.ts";
import { EMPTY_MAILBOX, type Mailbox } from "@/lib/server/call/mailbox.ts";
import { createDatabase } from "@/lib/server/store/database.ts";
import { createRowReader, decodeMailbox, encodeMailbox, keys } from "@/lib/server/store/rows.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";

const TIME = { process: "one", clock: createFakeClock() };

Deno.test("encodeMailbox() makes rows that fit into the database, and decodeMailbox() joins them", async () => {
  using kv = await Deno.openKv(":memory:");
  for (const letter of ["x", "é", "🦜", "\u0000", "\ud800", '"']) {
    const mailbox = mailboxOf(letter.repeat(70_000));
    const chunks = encodeMailbox(mailbox, TIME);
    assert(chunks.length > 1);
    for (const chunk of chunks) {
      assertEquals(chunk[0], chunks.length);
      await kv.set(["x"], chunk);
    }
    assertEquals(decodeMailbox(chunks, TIME), mailbox);
  }
});

Deno.test("encodeMailbox() makes no row for an empty mailbox", () => {
  assertEquals(encodeMailbox(EMPTY_MAILBOX, TIME), []);
  assertStrictEquals(decodeMailbox([], TIME), EMPTY_MAILBOX);
});

Deno.test("encodeMailbox() puts only the number of rows into the first row of a long mailbox", () => {
  assertEquals(encodeMailbox(mailboxOf("x".repeat(8_000)), TIME).length, 1);
  const [head, ...rest] = encodeMailbox(mailboxOf("x".repeat(9_000)), TIME);
  assertEquals([head, rest.length], [Uint8Array.of(2), 1]);
});

Deno.test("decodeMailbox() keeps its own process's time, and converts others' by the wall clock", () => {
  const writer = { process: "one", clock: createFakeClock() };
  const chunks = encodeMailbox({ ...EMPTY_MAILBOX, expiresAt: 5_000 }, writer);
  writer.clock.setWallClock(3_600_000);
  assertEquals(decodeMailbox(chunks, writer).expiresAt, 5_000);
  const other = { process: "other", clock: createFakeClock() };
  assertEquals(decodeMailbox(chunks, other).expiresAt, 5_000);
  other.clock.setWallClock(1_000);
  assertEquals(decodeMailbox(chunks, other).expiresAt, 4_000);
});

Deno.test("readRows() returns each room's rows in order, with one call for five rooms", async () => {
  using kv = await Deno.openKv(":memory:");
  const rooms = Array.from({ length: 12 }, (_, index) => parseRoomName(`room-${index}`));
  for (const room of rooms) {
    await write(kv, room, "caller", mailboxOf(`caller of ${room}`));
    await write(kv, room, "callee", mailboxOf(room === "room-7" ? "z".repeat(200_000) : `callee of ${room}`));
  }
  const { readRows, calls } = create(kv);
  const rows = await readRows(rooms);
  assertEquals(calls.count, 4, "three for the rooms and one for the long row");
  rows.forEach(({ caller, callee }, index) => {
    assertEquals(caller.mailbox, mailboxOf(`caller of room-${index}`));
    assertEquals(callee.mailbox.call, index === 7 ? "z".repeat(200_000) : `callee of room-${index}`);
    assertEquals(callee.chunks, index === 7 ? 5 : 1);
  });
  assertEquals(await readRows([]), []);
});

Deno.test("readRows() reads only the first row of a long mailbox that hasn't changed", async () => {
  using kv = await Deno.openKv(":memory:");
  await write(kv, LOBBY, "caller", mailboxOf("a".repeat(200_000)));
  const { readRows, calls } = create(kv);
  const [known] = await readRows([LOBBY]);
  assertEquals(calls.count, 2);
  const [again] = await readRows([LOBBY], () => known!);
  assertStrictEquals(again?.caller, known?.caller);
  assertEquals(calls.count, 3);
});

const INSTEAD = { "longer": 200_000, "shorter but long": 70_000, "short": 10, "as long": 130_000, "gone": 0 };

for (const [name, length] of Object.entries(INSTEAD)) {
  Deno.test(`readRows() reads a long mailbox completely if it is ${name} meanwhile`, async () => {
    using kv = await Deno.openKv(":memory:");
    await write(kv, LOBBY, "caller", mailboxOf("a".repeat(130_000)));
    const replaced = length === 0 ? EMPTY_MAILBOX : mailboxOf("b".repeat(length));
    const { readRows } = create(kv, (nth) => nth === 2 ? write(kv, LOBBY, "caller", replaced) : undefined);
    const [row] = await readRows([LOBBY]);
    assertEquals(row?.caller.mailbox, replaced);
    assertEquals(row?.caller.chunks, encodeMailbox(replaced, TIME).length);
    assertEquals(row?.caller.versionstamp, (await kv.get(keys.mailbox(LOBBY, "caller"))).versionstamp);
  });
}

Deno.test("readRows() reads a mailbox completely if it is replaced between two calls", async () => {
  using kv = await Deno.openKv(":memory:");
  await write(kv, LOBBY, "caller", mailboxOf("a".repeat(700_000)));
  const { readRows, calls } = create(kv, (nth) => {
    return nth === 3 ? write(kv, LOBBY, "caller", mailboxOf("b".repeat(700_000))) : undefined;
  });
  const [row] = await readRows([LOBBY]);
  assertEquals(row?.caller.mailbox, mailboxOf("b".repeat(700_000)));
  assertEquals(calls.count, 5, "the first, two for the rows, and both again");
});

Deno.test("readRows() takes a mailbox with a missing row for empty after three attempts, and reports it", async () => {
  using kv = await Deno.openKv(":memory:");
  await write(kv, LOBBY, "caller", mailboxOf("a".repeat(130_000)));
  await kv.delete(keys.mailbox(LOBBY, "caller", 2));
  const { readRows, calls, faults } = create(kv);
  const [row] = await readRows([LOBBY]);
  assertEquals([row?.caller.mailbox, row?.caller.chunks], [EMPTY_MAILBOX, 4]);
  assertEquals(row?.caller.versionstamp, (await kv.get(keys.mailbox(LOBBY, "caller"))).versionstamp);
  assertEquals(calls.count, 4);
  await readRows([LOBBY], () => row!);
  assertEquals(faults.map(String), ["Error: Cannot read a mailbox: rows of it are missing"]);
});

Deno.test("readRows() takes a mailbox that isn't JSON for empty, and reports it", async () => {
  using kv = await Deno.openKv(":memory:");
  await kv.set(keys.mailbox(LOBBY, "caller"), new Uint8Array([1, 120]));
  await write(kv, LOBBY, "callee", mailboxOf("callee"));
  const { readRows, faults } = create(kv);
  const [row] = await readRows([LOBBY]);
  assertEquals([row?.caller.mailbox, row?.callee.mailbox], [EMPTY_MAILBOX, mailboxOf("callee")]);
  assertEquals(faults.map(String), ["Error: Cannot read a mailbox: it is not what was written"]);
});

/** Creates a reader of rows that counts its calls; `before` runs before each. */
function create(kv: Deno.Kv, before: (nth: number) => unknown = () => {}) {
  const calls = { count: 0 };
  const faults: unknown[] = [];
  const getMany = kv.getMany.bind(kv);
  kv.getMany = async (...args) => {
    await before(++calls.count);
    return await getMany(...args);
  };
  const database = createDatabase({ kv });
  return { calls, faults, readRows: createRowReader({ database, report: (fault) => faults.push(fault), ...TIME }) };
}

async function write(kv: Deno.Kv, room: typeof LOBBY, side: "caller" | "callee", mailbox: Mailbox) {
  const operation = kv.atomic();
  for (let chunk = 0; chunk < 12; chunk++) operation.delete(keys.mailbox(room, side, chunk));
  encodeMailbox(mailbox, TIME).forEach((chunk, index) => operation.set(keys.mailbox(room, side, index), chunk));
  await operation.commit();
}

function mailboxOf(call: string): Mailbox {
  return { ...EMPTY_MAILBOX, call, expiresAt: 1 };
}

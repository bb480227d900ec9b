import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { LOBBY, parseRoomName } from "@/lib/protocol/mod.ts";
import { EMPTY_MAILBOX, type Mailbox } from "@/lib/server/mailbox.ts";
import { decodeMailbox, encodeMailbox, keys, readRows } from "@/lib/server/rows.ts";

Deno.test("encodeMailbox() makes rows that the database takes, and decodeMailbox() puts them together", async () => {
  using kv = await Deno.openKv(":memory:");
  for (const letter of ["x", "é", "🦜", "\u0000", "\ud800", '"']) {
    const mailbox = mailboxOf(letter.repeat(70_000));
    const chunks = encodeMailbox(mailbox);
    assert(chunks.length > 1);
    for (const chunk of chunks) {
      assertEquals(chunk[0], chunks.length);
      await kv.set(["x"], chunk);
    }
    assertEquals(decodeMailbox(chunks), mailbox);
  }
});

Deno.test("encodeMailbox() makes no row of an empty mailbox", () => {
  assertEquals(encodeMailbox(EMPTY_MAILBOX), []);
  assertStrictEquals(decodeMailbox([]), EMPTY_MAILBOX);
});

Deno.test("readRows() gives each room its own, in their order, five rooms a call", async () => {
  using kv = await Deno.openKv(":memory:");
  const rooms = Array.from({ length: 12 }, (_, index) => parseRoomName(`room-${index}`));
  for (const room of rooms) {
    await write(kv, room, "caller", mailboxOf(`caller of ${room}`));
    await write(kv, room, "callee", mailboxOf(room === "room-7" ? "z".repeat(200_000) : `callee of ${room}`));
  }
  let calls = 0;
  const getMany = kv.getMany.bind(kv);
  kv.getMany = (...args) => (calls++, getMany(...args));
  const rows = await readRows(kv, rooms);
  assertEquals(calls, 4, "three for the rooms and one for the long row");
  rows.forEach(({ caller, callee }, index) => {
    assertEquals(caller.mailbox, mailboxOf(`caller of room-${index}`));
    assertEquals(callee.mailbox.call, index === 7 ? "z".repeat(200_000) : `callee of room-${index}`);
    assertEquals(callee.chunks, index === 7 ? 4 : 1);
  });
  assertEquals(await readRows(kv, []), []);
});

const INSTEAD = { "longer": 200_000, "shorter but long": 70_000, "short": 10, "as long": 130_000, "gone": 0 };

for (const [name, length] of Object.entries(INSTEAD)) {
  Deno.test(`readRows() reads a long mailbox whole that is ${name} by the time its rows are read`, async () => {
    using kv = await Deno.openKv(":memory:");
    await write(kv, LOBBY, "caller", mailboxOf("a".repeat(130_000)));
    const replaced = length === 0 ? EMPTY_MAILBOX : mailboxOf("b".repeat(length));
    const getMany = kv.getMany.bind(kv);
    let calls = 0;
    kv.getMany = async (...args) => {
      if (++calls === 2) await write(kv, LOBBY, "caller", replaced);
      return await getMany(...args);
    };
    const [row] = await readRows(kv, [LOBBY]);
    assertEquals(row?.caller.mailbox, replaced);
    assertEquals(row?.caller.chunks, encodeMailbox(replaced).length);
    assertEquals(row?.caller.versionstamp, (await kv.get(keys.mailbox(LOBBY, "caller"))).versionstamp);
  });
}

Deno.test("readRows() reads a mailbox whole that is replaced between two calls for its rows", async () => {
  using kv = await Deno.openKv(":memory:");
  await write(kv, LOBBY, "caller", mailboxOf("a".repeat(700_000)));
  const getMany = kv.getMany.bind(kv);
  let calls = 0;
  kv.getMany = async (...args) => {
    if (++calls === 3) await write(kv, LOBBY, "caller", mailboxOf("b".repeat(700_000)));
    return await getMany(...args);
  };
  const [row] = await readRows(kv, [LOBBY]);
  assertEquals(row?.caller.mailbox, mailboxOf("b".repeat(700_000)));
  assertEquals(calls, 5, "the first, two for the rows, and both again");
});

async function write(kv: Deno.Kv, room: typeof LOBBY, side: "caller" | "callee", mailbox: Mailbox) {
  const operation = kv.atomic();
  for (let chunk = 0; chunk < 12; chunk++) operation.delete(keys.mailbox(room, side, chunk));
  encodeMailbox(mailbox).forEach((chunk, index) => operation.set(keys.mailbox(room, side, index), chunk));
  await operation.commit();
}

function mailboxOf(call: string): Mailbox {
  return { ...EMPTY_MAILBOX, call, expiresAt: 1 };
}

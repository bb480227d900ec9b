import { assertEquals, assertLess } from "@std/assert";
import { patiently } from "@/testing/patience.ts";
import { startServer } from "@/testing/server.ts";
import { connect } from "@/testing/sockets.ts";
import { candidateMessage } from "@/testing/messages.ts";
import { offerOf } from "@/testing/descriptions.ts";
import { assertSetsUp } from "./good_pair.ts";
import { peakResidentBytes, residentBytes } from "@/testing/memory.ts";
import { OPCODES, openFrame, openRawSocket } from "@/testing/raw_socket.ts";
import type { Wire } from "@/testing/wire.ts";

const MIB = 1_048_576;
const LIMIT = 256 * MIB;
const MAX_SENT = 1_024 * MIB;

const ATTACKS: [name: string, sockets: number, send: (wire: Wire, allowed: number) => Promise<void>][] = [
  ["endless fragments", 4, async (wire, allowed) => {
    await wire.send(openFrame(OPCODES.text, 1));
    const fragment = openFrame(OPCODES.continuation, 65_536);
    for (let sent = 0; sent < allowed; sent += fragment.length) await wire.send(fragment);
  }],
  ["frames of 60 MiB that never end", 10, async (wire) => {
    await wire.send(openFrame(OPCODES.text, 60 * MIB, 60 * MIB - 1));
    // Nothing comes until the server cuts it.
    await wire.readUntil("never");
    throw new Error("Cut");
  }],
];

for (const [name, count, attack] of ATTACKS) {
  Deno.test(`${name} over WebSockets take no more than the limit, and a good client resumes`, async () => {
    await using server = await startServer({ MAX_MEMORY_BYTES: `${LIMIT}` });
    await using quiet = await startServer();
    const room = `${server.url}/rooms/tea`;
    const call = await say(room, offerOf("aaaa"));
    const port = Number(new URL(server.url).port);
    const callee = await connect({ port }, "/rooms/tea/messages?to=callee");
    assertEquals((await callee.next()).next, 1);

    const wires = await Promise.all(
      Array.from({ length: count }, () => openRawSocket(server.url, "/rooms/bad/messages?to=callee")),
    );
    const attacks = Promise.all(wires.map(async (wire) => {
      using _ = wire;
      return await attack(wire, MAX_SENT / count).then(() => "taken", () => "cut");
    }));
    const [, ends] = await Promise.all([assertSetsUp(server, quiet), attacks]);

    assertEquals(new Set(ends), new Set(["cut"]));
    assertLess(await peakResidentBytes(server.pid), 2 * LIMIT);
    assertEquals(await callee.closed(), [1013, "overloaded"]);
    while (await residentBytes(server.pid) > LIMIT);
    await say(room, candidateMessage("aaaa", 1), call);
    const query = `to=callee&after=1&call=${encodeURIComponent(call)}`;
    const again = await connect({ port }, `/rooms/tea/messages?${query}`);
    assertEquals((await again.next()).messages?.map(({ seq }) => seq), [2]);
    await again.leave();
  });
}

Deno.test("a WebSocket whose client goes on sending after the server closed it is cut", async () => {
  await using server = await startServer();
  const room = `${server.url}/rooms/tea`;
  await say(room, offerOf("aaaa"));
  using wire = await openRawSocket(server.url, "/rooms/tea/messages?to=callee");
  await wire.readUntil(`"next":1`);
  await wire.send(openFrame(OPCODES.text, 1));
  await fetch(room, { method: "DELETE" });
  await wire.readUntil("call-ended");
  const fragment = openFrame(OPCODES.continuation, 1_024);
  const send = async () => {
    for (;;) await wire.send(fragment);
  };
  await patiently("the server cuts the connection", send().catch(() => {}));
});

async function say(room: string, message: unknown, call?: string): Promise<string> {
  const answer = await fetch(`${room}/messages?from=caller`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(call === undefined ? {} : { "if-match": call }) },
    body: JSON.stringify(message),
  });
  const heard = await answer.json();
  assertEquals(answer.status, 201, JSON.stringify(heard));
  return heard.call;
}

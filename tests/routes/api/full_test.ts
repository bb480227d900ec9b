import { assertEquals, assertGreater } from "@std/assert";
import { assertProblem, assertStatus, startApp, type TestApp } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";
import { connect, listen } from "@/testing/sockets.ts";

const MIB = { MAX_STORED_BYTES: "1048576" };

Deno.test("POST …/offer is refused where the storage is full; what is stored can be read and hung up", async () => {
  await using server = await startApp(MIB);
  const { rooms, refused } = await fill(server);
  assertGreater(rooms.length, 15);
  assertEquals(refused.headers.get("retry-after"), "60");
  await assertProblem(refused, 503, "full");
  await assertStatus(server.get(`/rooms/${rooms[0]}/offer`), 200);
  await assertStatus(server.request(`/rooms/${rooms[0]}`, { method: "DELETE" }), 204);
  await assertStatus(server.post("/offer", offerOf("aaaa")), 201);
  assertEquals(server.faults, []);
});

Deno.test("POST …/offer is taken again once what filled the storage has expired and is certainly gone", async () => {
  await using server = await startApp({ ...MIB, SESSION_TTL: "60" });
  await (await fill(server)).refused.body?.cancel();
  server.clock.advance(209_999);
  await assertStatus(server.post("/offer", longOffer()), 503);
  server.clock.advance(1);
  await assertStatus(server.post("/offer", longOffer()), 201);
});

Deno.test("a WebSocket learns that the storage is full, and stays open", async () => {
  await using server = await startApp(MIB);
  await using port = listen(server);
  await (await fill(server)).refused.body?.cancel();
  const socket = await connect(port, "/messages?to=caller");
  socket.send({ id: 1, messages: [longOffer()] });
  const { type, id } = await socket.next();
  assertEquals([type, id], ["/problems#full", 1]);
  await assertStatus(server.request("/rooms/r0", { method: "DELETE" }), 204);
  socket.send({ id: 2, messages: [longOffer()] });
  assertEquals((await socket.next()).type, "ack");
  await socket.leave();
});

/** Offers in one room after the other, until it is refused. */
async function fill({ post }: TestApp): Promise<{ rooms: string[]; refused: Response }> {
  for (const rooms: string[] = [];; rooms.push(`r${rooms.length}`)) {
    const answer = await post(`/rooms/r${rooms.length}/offer`, longOffer());
    if (answer.status !== 201) return { rooms, refused: answer };
    await answer.body?.cancel();
  }
}

function longOffer() {
  return { type: "offer", sdp: "v=0\r\n".padEnd(55_000, "x") };
}

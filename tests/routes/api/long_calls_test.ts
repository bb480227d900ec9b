import { assert, assertEquals } from "@std/assert";
import { SIDES } from "@/lib/protocol/mod.ts";
import { answerCall, assertStatus, openCall, readJson, testRoom } from "@/testing/app.ts";

const CANDIDATES = Array.from({ length: 45 }, (_, index) => {
  const start = `candidate:${index} `;
  return { candidate: start + "\u0007".repeat((4_096 - start.length - 16) / 6 | 0) };
});
const BATCHES = Array.from({ length: 3 }, (_, index) => CANDIDATES.slice(index * 15, index * 15 + 15));
const SDP = {
  "plain": "x".repeat(60_000),
  "with control characters": "\u0001x".repeat(10_000),
  "of four bytes a character": "🦜".repeat(15_000),
};

for (const [name, sdp] of Object.entries(SDP)) {
  for (const { description, candidate, candidates } of Object.values(SIDES)) {
    testRoom(
      `GET …/${description} gives back a long SDP ${name}, with 45 long candidates`,
      async (room) => {
        await openCall(room);
        const headers = { "content-type": "application/sdp" };
        await assertStatus(room.post(`/${description}`, sdp, headers), 201);
        for (const batch of BATCHES) await assertStatus(room.post(`/${candidate}`, batch), 204);
        assertEquals(await readJson(room.get(`/${description}`)), { type: description, sdp });
        assertEquals(await (await room.get(`/${description}`, { accept: "application/sdp" })).text(), sdp);
        assertEquals(await readJson(room.get(`/${candidates}`)), CANDIDATES);
      },
    );
  }
}

testRoom("GET …/offer-candidates reads a long list whole while it grows, shrinks and goes away", async (room) => {
  const plain = { "content-type": "application/sdp" };
  let writing = true;
  const write = async () => {
    for (let round = 0; round < 3; round++) {
      await assertStatus(room.post("/offer", "x".repeat(60_000), plain), 201);
      for (const batch of BATCHES) await assertStatus(room.post("/offer-candidate", batch), 204);
      await openCall(room);
      for (const batch of BATCHES.slice(0, 2)) await assertStatus(room.post("/offer-candidate", batch), 204);
      await assertStatus(room.request(room.base === "" ? "/" : "", { method: "DELETE" }), 204);
    }
    writing = false;
  };
  const lengths = new Set<number>();
  const read = async () => {
    while (writing) {
      const list = await readJson(room.get("/offer-candidates")) as unknown[];
      lengths.add(list.length);
      assertEquals(list, CANDIDATES.slice(0, list.length));
    }
  };
  await Promise.all([write(), read(), read(), read()]);
  assert(lengths.size > 2, `saw lists of ${[...lengths]}`);
});

testRoom("POST … goes on with a long call of both sides", async (room) => {
  await assertStatus(room.post("/offer", SDP.plain, { "content-type": "application/sdp" }), 201);
  await answerCall(room);
  for (const batch of BATCHES) {
    await assertStatus(room.post("/offer-candidate", batch), 204);
    await assertStatus(room.post("/answer-candidate", batch), 204);
  }
  room.clock.advance(599_999);
  await assertStatus(room.post("/answer-candidate", "null"), 204);
  room.clock.advance(599_999);
  assertEquals(await readJson(room.get("/offer-candidates")), CANDIDATES);
  assertEquals(await readJson(room.get("/answer-candidates")), [...CANDIDATES, { candidate: "" }]);
});

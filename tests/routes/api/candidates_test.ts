import { assertEquals } from "@std/assert";
import { SIDES } from "@/lib/protocol/mod.ts";
import { answerCall, assertStatus, openCall, readJson, testRoom } from "@/testing/app.ts";
import { candidateOf } from "@/testing/descriptions.ts";

for (const { candidate, candidates, description } of Object.values(SIDES)) {
  const ufrag = description === "offer" ? "aaaa" : "bbbb";

  testRoom(`POST …/${candidate} adds one candidate or a batch, in order`, async (room) => {
    await openCall(room);
    await answerCall(room);
    assertEquals(await readJson(room.get(`/${candidates}`)), []);
    const [first, ...rest] = [1, 2, 3].map((port) => candidateOf(ufrag, port));
    const answer = await room.post(`/${candidate}`, first);
    assertEquals(answer.status, 204);
    assertEquals(answer.headers.get("content-type"), null);
    assertEquals(await answer.text(), "");
    await assertStatus(room.post(`/${candidate}`, rest), 204);
    const read = await room.get(`/${candidates}`);
    assertEquals(read.status, 200);
    assertEquals(read.headers.get("content-type"), "application/json");
    assertEquals(await read.json(), [first, ...rest]);
    const other = description === "offer" ? SIDES.callee : SIDES.caller;
    assertEquals(await readJson(room.get(`/${other.candidates}`)), []);
  });

  testRoom(`POST …/${candidate} keeps what comes before its description`, async (room) => {
    const early = [candidateOf(ufrag, 1), { candidate: "candidate:2" }];
    await assertStatus(room.post(`/${candidate}`, early[0]), 204);
    await assertStatus(room.post(`/${candidate}`, early[1]), 204);
    assertEquals(await readJson(room.get(`/${candidates}`)), []);
    await openCall(room);
    await answerCall(room);
    assertEquals(await readJson(room.get(`/${candidates}`)), early);
  });

  testRoom(`POST …/${candidate} keeps what each candidate says, and no more`, async (room) => {
    await openCall(room);
    await answerCall(room);
    const bare = { candidate: "candidate:1" };
    const nothing = { candidate: "candidate:2", sdpMid: null, sdpMLineIndex: null, usernameFragment: null };
    const zero = { candidate: "candidate:3", sdpMid: "", sdpMLineIndex: 0, usernameFragment: "" };
    await assertStatus(room.post(`/${candidate}`, [{ ...bare, foundation: "x", __proto__: null }, nothing, zero]), 204);
    assertEquals(await readJson(room.get(`/${candidates}`)), [bare, nothing, zero]);
  });

  testRoom(`POST …/${candidate} takes a candidate again`, async (room) => {
    await openCall(room);
    await answerCall(room);
    const twice = [candidateOf(ufrag, 1), candidateOf(ufrag, 1)];
    await assertStatus(room.post(`/${candidate}`, twice), 204);
    assertEquals(await readJson(room.get(`/${candidates}`)), twice);
  });

  testRoom(`POST …/${candidate} takes an empty batch and changes nothing by it`, async (room) => {
    await openCall(room);
    room.clock.advance(599_999);
    await assertStatus(room.post(`/${candidate}`, []), 204);
    room.clock.advance(1);
    await assertStatus(room.get("/offer"), 404);
  });

  testRoom(`POST …/${candidate} loses none of many at once`, async (room) => {
    await openCall(room);
    await answerCall(room);
    const all = Array.from({ length: 60 }, (_, port) => candidateOf(ufrag, port));
    await Promise.all(all.map((one) => assertStatus(room.post(`/${candidate}`, one), 204)));
    const read = await readJson(room.get(`/${candidates}`)) as typeof all;
    const portOf = ({ candidate }: typeof all[number]) => Number(candidate.split(" ")[5]);
    assertEquals(read.sort((a, b) => portOf(a) - portOf(b)), all);
  });
}

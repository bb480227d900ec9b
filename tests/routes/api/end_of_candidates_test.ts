import { assertEquals } from "@std/assert";
import { SIDES } from "@/lib/protocol/mod.ts";
import { answerCall, assertStatus, openCall, readJson, testRoom } from "@/testing/app.ts";
import { candidateOf, sdpOf } from "@/testing/descriptions.ts";

const END = { candidate: "" };
const SPELLINGS = [
  END,
  null,
  "",
  [null],
  ["", END, null],
  { candidate: "", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: null },
];

for (const { candidate, candidates, description } of Object.values(SIDES)) {
  const ufrag = description === "offer" ? "aaaa" : "bbbb";
  const [first, second] = [candidateOf(ufrag, 1), candidateOf(ufrag, 2)];

  for (const spelling of SPELLINGS) {
    const json = JSON.stringify(spelling);
    testRoom(`POST …/${candidate} takes ${json} as the end of candidates`, async (room) => {
      await openCall(room);
      await answerCall(room);
      await assertStatus(room.post(`/${candidate}`, first), 204);
      await assertStatus(room.post(`/${candidate}`, json), 204);
      assertEquals(await readJson(room.get(`/${candidates}`)), [first, END]);
      await assertStatus(room.post(`/${candidate}`, json), 204);
      assertEquals(await readJson(room.get(`/${candidates}`)), [first, END]);
    });
  }

  testRoom(`POST …/${candidate} stores the end once, last, whatever comes after it`, async (room) => {
    await openCall(room);
    await answerCall(room);
    await assertStatus(room.post(`/${candidate}`, [null, first, { ...END, usernameFragment: ufrag }, ""]), 204);
    assertEquals(await readJson(room.get(`/${candidates}`)), [first, END]);
    await assertStatus(room.post(`/${candidate}`, second), 204);
    assertEquals(await readJson(room.get(`/${candidates}`)), [first, second, END]);
  });

  testRoom(`POST …/${candidate} keeps an end that comes before its description`, async (room) => {
    await assertStatus(room.post(`/${candidate}`, [first, null]), 204);
    await openCall(room);
    await answerCall(room);
    assertEquals(await readJson(room.get(`/${candidates}`)), [first, END]);
  });
}

testRoom("POST …/offer-candidate says the end of every ICE generation of a description", async (room) => {
  const sdp = sdpOf("aaaa") + "a=ice-ufrag:cccc\r\n";
  await assertStatus(room.post("/offer", { type: "offer", sdp }), 201);
  const both = [candidateOf("aaaa", 1), candidateOf("cccc", 2)];
  await assertStatus(room.post("/offer-candidate", [...both, { ...END, usernameFragment: "aaaa" }]), 204);
  assertEquals(await readJson(room.get("/offer-candidates")), both);
  await assertStatus(room.post("/offer-candidate", { ...END, usernameFragment: "stale" }), 204);
  assertEquals(await readJson(room.get("/offer-candidates")), both);
  await assertStatus(room.post("/offer-candidate", { ...END, usernameFragment: "cccc" }), 204);
  assertEquals(await readJson(room.get("/offer-candidates")), [...both, END]);
});

testRoom("POST …/offer-candidate drops the end with its generation", async (room) => {
  await openCall(room);
  await assertStatus(room.post("/offer-candidate", [first(), null]), 204);
  await openCall(room, "cccc");
  assertEquals(await readJson(room.get("/offer-candidates")), []);
});

function first() {
  return candidateOf("aaaa", 1);
}

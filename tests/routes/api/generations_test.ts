import { assertEquals } from "@std/assert";
import { answerCall, assertProblem, assertStatus, openCall, readJson, testRoom } from "@/testing/app.ts";
import { candidateOf, sdpOf } from "@/testing/descriptions.ts";

testRoom("GET …/offer-candidates gives those of the offer's own ufrag, however they come", async (room) => {
  await assertStatus(room.post("/offer-candidate", [candidateOf("aaaa", 1), candidateOf("bbbb", 2)]), 204);
  await openCall(room, "bbbb");
  await assertStatus(room.post("/offer-candidate", [candidateOf("aaaa", 3), candidateOf("bbbb", 4)]), 204);
  assertEquals(await readJson(room.get("/offer-candidates")), [candidateOf("bbbb", 2), candidateOf("bbbb", 4)]);
});

testRoom("GET …/offer-candidates knows a ufrag in the candidate's line", async (room) => {
  const inLine = (ufrag: string) => ({
    candidate: `candidate:1 1 udp 1 192.0.2.1 9 typ host ufrag ${ufrag} generation 0`,
  });
  await openCall(room);
  await assertStatus(room.post("/offer-candidate", ["aaaa", "bbbb"].map(inLine)), 204);
  assertEquals(await readJson(room.get("/offer-candidates")), [inLine("aaaa")]);
  await openCall(room, "bbbb");
  assertEquals(await readJson(room.get("/offer-candidates")), [inLine("bbbb")]);
});

testRoom("GET …/offer-candidates gives those of each ufrag of the offer", async (room) => {
  const sdp = sdpOf("aaaa") + "a=ice-ufrag:cccc\r\n";
  await assertStatus(room.post("/offer", { type: "offer", sdp }), 201);
  const all = ["cccc", "bbbb", "aaaa"].map((ufrag, port) => candidateOf(ufrag, port));
  await assertStatus(room.post("/offer-candidate", all), 204);
  assertEquals(await readJson(room.get("/offer-candidates")), [all[0], all[2]]);
});

testRoom("GET …/offer-candidates takes a candidate without ufrag as the open offer's", async (room) => {
  const bare = { candidate: "candidate:1" };
  await openCall(room);
  await assertStatus(room.post("/offer-candidate", [bare, { ...bare, usernameFragment: null }]), 204);
  assertEquals(await readJson(room.get("/offer-candidates")), [bare, { ...bare, usernameFragment: null }]);
  await openCall(room, "cccc");
  assertEquals(await readJson(room.get("/offer-candidates")), []);
});

testRoom("GET …/offer-candidates gives all of an offer without ICE, and none of them after the next", async (room) => {
  const offer = { type: "offer", sdp: "v=0" };
  const all = [candidateOf("aaaa", 1), { candidate: "candidate:2" }];
  await assertStatus(room.post("/offer", offer), 201);
  await assertStatus(room.post("/offer-candidate", all), 204);
  assertEquals(await readJson(room.get("/offer-candidates")), all);
  await assertStatus(room.post("/offer", offer), 201);
  assertEquals(await readJson(room.get("/offer-candidates")), []);
});

testRoom("POST …/offer drops the old answer and both sides' candidates", async (room) => {
  await openCall(room);
  await answerCall(room);
  await assertStatus(room.post("/offer-candidate", candidateOf("aaaa", 1)), 204);
  await assertStatus(room.post("/answer-candidate", [candidateOf("bbbb", 2), { candidate: "candidate:3" }]), 204);
  await openCall(room, "cccc");
  await assertProblem(await room.get("/answer"), 404, "no-answer");
  assertEquals(await readJson(room.get("/offer-candidates")), []);
  assertEquals(await readJson(room.get("/answer-candidates")), []);
  await answerCall(room, "dddd");
  assertEquals(await readJson(room.get("/answer-candidates")), []);
});

testRoom("POST …/offer drops what a callee sent ahead for the offer before", async (room) => {
  await openCall(room);
  await assertStatus(room.post("/answer-candidate", { candidate: "candidate:1" }), 204);
  await openCall(room, "cccc");
  await answerCall(room, "dddd");
  assertEquals(await readJson(room.get("/answer-candidates")), []);
});

testRoom("POST …/offer brings back no generation that an offer in between dropped", async (room) => {
  await openCall(room);
  await assertStatus(room.post("/offer-candidate", candidateOf("aaaa", 1)), 204);
  await openCall(room, "cccc");
  await openCall(room, "aaaa");
  assertEquals(await readJson(room.get("/offer-candidates")), []);
});

testRoom("POST …/answer-candidate of an earlier call is never read", async (room) => {
  await openCall(room);
  await answerCall(room);
  await openCall(room, "cccc");
  await assertStatus(room.post("/answer-candidate", candidateOf("bbbb", 1)), 204);
  await answerCall(room, "dddd");
  assertEquals(await readJson(room.get("/answer-candidates")), []);
  await assertStatus(room.post("/answer-candidate", candidateOf("dddd", 2)), 204);
  assertEquals(await readJson(room.get("/answer-candidates")), [candidateOf("dddd", 2)]);
});

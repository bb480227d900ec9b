import { assertEquals } from "@std/assert";
import { SIDES } from "@/lib/protocol/mod.ts";
import { answerCall, assertProblem, assertStatus, openCall, readJson, testRoom } from "@/testing/app.ts";
import { candidateOf, sdpOf } from "@/testing/descriptions.ts";

const END = { candidate: "" };

testRoom("POST …/offer takes an SDP of 60,000 bytes and no byte more", async ({ post, get }) => {
  for (const letter of ["x", "é", "🦜"]) {
    const sdp = letter.repeat(60_000 / new TextEncoder().encode(letter).length);
    for (const [type, bodyOf] of Object.entries(BODIES)) {
      await assertStatus(post("/offer", bodyOf(sdp), { "content-type": type }), 201);
      assertEquals(await readJson(get("/offer")), { type: "offer", sdp });
      const answer = await post("/offer", bodyOf(sdp + "y"), { "content-type": type });
      const { limit } = await assertProblem(answer, 413, "too-large");
      assertEquals(limit, 60_000);
    }
  }
});

testRoom("POST …-candidate takes one of 4 KiB as JSON and no byte more", async (room) => {
  await openCall(room);
  const shell = JSON.stringify({ candidate: "", sdpMid: "0" }).length;
  for (const letter of ["c", "\n", "é"]) {
    const bytes = new TextEncoder().encode(JSON.stringify(letter)).length - 2;
    const candidate = letter.repeat((4_096 - shell) / bytes | 0).padEnd((4_096 - shell) / bytes | 0);
    const rest = (4_096 - shell) % bytes;
    const full = { candidate: candidate + "c".repeat(rest), sdpMid: "0" };
    await assertStatus(room.post("/offer-candidate", full), 204);
    const answer = await room.post("/offer-candidate", [null, { ...full, sdpMid: "00" }]);
    const { limit } = await assertProblem(answer, 413, "too-large");
    assertEquals(limit, 4_096);
  }
  assertEquals((await readJson(room.get("/offer-candidates")) as unknown[]).length, 3);
});

testRoom("POST …-candidate takes a batch of 50 and refuses one of 51", async (room) => {
  await openCall(room);
  const batch = Array.from({ length: 51 }, (_, port) => candidateOf("aaaa", port));
  const { limit } = await assertProblem(await room.post("/offer-candidate", batch), 422, "invalid-body");
  assertEquals(limit, 50);
  assertEquals(await readJson(room.get("/offer-candidates")), []);
  await assertStatus(room.post("/offer-candidate", batch.slice(1)), 204);
  assertEquals(await readJson(room.get("/offer-candidates")), batch.slice(1));
});

for (const { candidate, candidates, description } of Object.values(SIDES)) {
  const own = description === "offer" ? "aaaa" : "bbbb";
  const all = Array.from({ length: 101 }, (_, port) => candidateOf(own, port));

  testRoom(`POST …/${candidate} takes 100 of a generation, and their end, all of a batch or nothing`, async (room) => {
    await openCall(room);
    await answerCall(room);
    await assertStatus(room.post(`/${candidate}`, all.slice(0, 50)), 204);
    await assertStatus(room.post(`/${candidate}`, all.slice(50, 99)), 204);
    const { limit } = await assertProblem(await room.post(`/${candidate}`, all.slice(99)), 409, "too-many-candidates");
    assertEquals(limit, 100);
    assertEquals(await readJson(room.get(`/${candidates}?after=98`)), [all[98]]);
    await assertStatus(room.post(`/${candidate}`, all[99]), 204);
    await assertProblem(await room.post(`/${candidate}`, all[100]), 409, "too-many-candidates");
    await assertStatus(room.post(`/${candidate}`, "null"), 204);
    assertEquals(await readJson(room.get(`/${candidates}`)), [...all.slice(0, 100), END]);
  });

  testRoom(`POST …/${candidate} takes 100 early ones, and their end`, async (room) => {
    await assertStatus(room.post(`/${candidate}`, all.slice(0, 50)), 204);
    await assertStatus(room.post(`/${candidate}`, all.slice(50, 100)), 204);
    await assertProblem(await room.post(`/${candidate}`, all[100]), 409, "too-many-candidates");
    await assertStatus(room.post(`/${candidate}`, "null"), 204);
    await openCall(room);
    await answerCall(room);
    assertEquals(await readJson(room.get(`/${candidates}`)), [...all.slice(0, 100), END]);
  });
}

testRoom("POST …/offer-candidate counts each generation by itself", async (room) => {
  await openCall(room);
  const of = (ufrag: string) => Array.from({ length: 50 }, (_, port) => candidateOf(ufrag, port));
  for (const ufrag of ["aaaa", "cccc", "aaaa", "cccc"]) {
    await assertStatus(room.post("/offer-candidate", of(ufrag)), 204);
  }
  for (const ufrag of ["aaaa", "cccc"]) {
    await assertProblem(await room.post("/offer-candidate", candidateOf(ufrag, 99)), 409, "too-many-candidates");
  }
  await openCall(room, "cccc");
  assertEquals(await readJson(room.get("/offer-candidates")), [...of("cccc"), ...of("cccc")]);
  await assertProblem(await room.post("/offer-candidate", candidateOf("cccc", 99)), 409, "too-many-candidates");
  await openCall(room, "dddd");
  await assertStatus(room.post("/offer-candidate", of("dddd")), 204);
});

testRoom("POST …/offer-candidate takes no more ends than candidates", async (room) => {
  await openCall(room);
  const ends = Array.from({ length: 101 }, (_, index) => ({ ...END, usernameFragment: `u${index}` }));
  await assertStatus(room.post("/offer-candidate", ends.slice(0, 50)), 204);
  await assertStatus(room.post("/offer-candidate", ends.slice(50, 100)), 204);
  await assertProblem(await room.post("/offer-candidate", ends[100]), 409, "too-many-candidates");
  await assertStatus(room.post("/offer-candidate", ends.slice(0, 50)), 204);
});

testRoom("POST … keeps to other limits where they are set", async ({ post }) => {
  const limitOf = async (answer: Promise<Response>, status: number) => {
    const problem = await (await answer).json();
    assertEquals(problem.status, status);
    return problem.limit;
  };
  assertEquals(await limitOf(post("/offer", { type: "offer", sdp: sdpOf("aaaa").padEnd(1_025) }), 413), 1_024);
  assertEquals(await limitOf(post("/offer", " ".repeat(2_049)), 413), 2_048);
  assertEquals(await limitOf(post("/offer-candidate", { candidate: "c".repeat(256) }), 413), 256);
  assertEquals(await limitOf(post("/offer-candidate", Array(52).fill(null)), 422), 51);
  await assertStatus(post("/offer-candidate", { candidate: "c" }), 204);
  assertEquals(await limitOf(post("/offer-candidate", { candidate: "c" }), 409), 1);
}, {
  MAX_BODY_BYTES: "2048",
  MAX_SDP_BYTES: "1024",
  MAX_CANDIDATE_BYTES: "256",
  MAX_BATCH: "51",
  MAX_CANDIDATES: "1",
});

const BODIES: Record<string, (sdp: string) => string> = {
  "application/json": (sdp) => JSON.stringify({ type: "offer", sdp }),
  "application/sdp": (sdp) => sdp,
};

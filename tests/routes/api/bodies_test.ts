import { assertEquals } from "@std/assert";
import { assertProblem, assertStatus, openCall, testRoom } from "@/testing/app.ts";
import { offerOf, sdpOf } from "@/testing/descriptions.ts";

const DESCRIPTIONS = ["/offer", "/answer"];
const CANDIDATES = ["/offer-candidate", "/answer-candidate"];

testRoom("POST … takes JSON by any spelling of its media type", async ({ post }) => {
  for (const type of ["application/json", "Application/JSON; charset=utf-8", " application/json ;x=y"]) {
    await assertStatus(post("/offer", offerOf("aaaa"), { "content-type": type }), 201);
    await assertStatus(post("/offer-candidate", "null", { "content-type": type }), 204);
  }
});

testRoom("POST … refuses other media types and says which it takes", async (room) => {
  await openCall(room);
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""]) {
    for (const path of DESCRIPTIONS) {
      const answer = await room.post(path, "{}", { "content-type": type });
      const { limit } = await assertProblem(answer, 415, "unsupported-media-type");
      assertEquals(limit, ["application/json", "application/sdp"]);
    }
    for (const path of CANDIDATES) {
      const answer = await room.post(path, "{}", { "content-type": type });
      const { limit } = await assertProblem(answer, 415, "unsupported-media-type");
      assertEquals(limit, ["application/json"]);
    }
  }
  for (const path of CANDIDATES) {
    const answer = await room.post(path, "a=candidate:1", { "content-type": "application/sdp" });
    await assertProblem(answer, 415, "unsupported-media-type");
  }
});

testRoom("POST … refuses what is not JSON", async (room) => {
  await openCall(room);
  for (const path of [...DESCRIPTIONS, ...CANDIDATES]) {
    for (const text of ["", "{", "{'type': 'offer'}", sdpOf("aaaa"), "undefined", "[1,]"]) {
      await assertProblem(await room.post(path, text), 400, "not-json");
    }
  }
});

testRoom("POST … refuses JSON of another shape", async (room) => {
  await openCall(room);
  const wrong = [
    [],
    [offerOf("aaaa")],
    "offer",
    7,
    null,
    {},
    { type: "offer" },
    { type: "offer", sdp: null },
    { type: "offer", sdp: "" },
    { type: "offer", sdp: " \r\n" },
    { type: "rollback", sdp: "v=0" },
    { type: "pranswer", sdp: "v=0" },
    { sdp: "v=0" },
  ];
  for (const path of DESCRIPTIONS) {
    for (const value of wrong) {
      await assertProblem(await room.post(path, JSON.stringify(value)), 422, "invalid-body");
    }
  }
  await assertProblem(await room.post("/offer", { type: "answer", sdp: "v=0" }), 422, "invalid-body");
  await assertProblem(await room.post("/answer", { type: "offer", sdp: "v=0" }), 422, "invalid-body");
  const blank = await room.post("/offer", "\r\n", { "content-type": "application/sdp" });
  await assertProblem(blank, 422, "invalid-body");
});

testRoom("POST …-candidate refuses JSON of another shape", async ({ post, get }) => {
  const wrong = [
    5,
    true,
    "candidate:1",
    {},
    { candidate: null },
    { candidate: 1 },
    { candidate: "", sdpMid: 0 },
    { candidate: "", sdpMLineIndex: "0" },
    { candidate: "", sdpMLineIndex: -1 },
    { candidate: "", sdpMLineIndex: 65_536 },
    { candidate: "", sdpMLineIndex: 0.5 },
    { candidate: "", usernameFragment: 1 },
    [[null]],
    [{ candidate: "candidate:1" }, 5],
  ];
  for (const path of CANDIDATES) {
    for (const value of wrong) {
      await assertProblem(await post(path, JSON.stringify(value)), 422, "invalid-body");
    }
  }
  await openCall({ post });
  const answer = await get("/offer-candidates");
  assertEquals(await answer.json(), [], "a batch is taken whole or not at all");
});

import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { assertProblem, assertStatus, openCall, startApp, testRoom } from "@/testing/app.ts";
import { offerOf, sdpOf } from "@/testing/descriptions.ts";

testRoom("POST …/offer opens a call", async ({ name, base, clock, post }) => {
  const answer = await post("/offer", offerOf("aaaa"));
  assertEquals(answer.status, 201);
  assertEquals(answer.headers.get("location"), `${base}/offer`);
  assertMatch(answer.headers.get("etag") ?? "", /^"[^"]+"$/);
  assertEquals(answer.headers.get("link"), null);
  assertEquals(answer.headers.get("content-type"), "application/json");
  assertEquals(await answer.json(), { room: name, expiresAt: new Date(clock.now() + 600_000).toISOString() });
});

testRoom("POST …/offer takes bare SDP", async ({ request, get }) => {
  const headers = { "content-type": "Application/SDP; charset=utf-8" };
  await assertStatus(request("/offer", { method: "POST", headers, body: sdpOf("aaaa") }), 201);
  assertEquals(await (await get("/offer")).json(), offerOf("aaaa"));
});

testRoom("GET …/offer gives the offer with the ETag it was opened under", async ({ post, get }) => {
  const etag = await openCall({ post });
  const answer = await get("/offer");
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("etag"), etag);
  assertEquals(answer.headers.get("content-type"), "application/json");
  assertEquals(answer.headers.get("vary"), "Accept");
  assertEquals(answer.headers.get("preference-applied"), null);
  assertEquals(await answer.json(), offerOf("aaaa"));
});

testRoom("GET …/offer gives bare SDP if the reader prefers it", async ({ post, get }) => {
  await openCall({ post });
  const answer = await get("/offer", { accept: "application/sdp, application/json;q=0.5" });
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("content-type"), "application/sdp");
  assertEquals(await answer.text(), sdpOf("aaaa"));
  const other = await get("/offer", { accept: "text/html" });
  assertEquals(other.headers.get("content-type"), "application/json");
  await other.body?.cancel();
});

testRoom("GET …/offer says that no one has offered", async ({ get }) => {
  const answer = await get("/offer");
  assertEquals(answer.headers.get("retry-after"), "1");
  await assertProblem(answer, 404, "no-offer");
});

testRoom("GET …/offer responds with 304 if the reader has it", async ({ post, get }) => {
  const etag = await openCall({ post });
  for (const seen of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const answer = await get("/offer", { "if-none-match": seen });
    assertEquals(answer.status, 304, seen);
    assertEquals(answer.headers.get("etag"), etag);
    assertEquals(await answer.text(), "");
  }
  await assertStatus(get("/offer", { "if-none-match": `"other"` }), 200);
});

testRoom("GET …/offer knows no If-Match", async ({ post, get }) => {
  await openCall({ post });
  await assertStatus(get("/offer", { "if-match": `"other"` }), 200);
});

testRoom("POST …/offer replaces an open one, even one of the same SDP", async ({ post, get }) => {
  const etags = [];
  for (const ufrag of ["aaaa", "bbbb", "bbbb"]) {
    etags.push(await openCall({ post }, ufrag));
    assertEquals(await (await get("/offer")).json(), offerOf(ufrag));
  }
  assertNotEquals(etags[0], etags[1]);
  assertNotEquals(etags[1], etags[2]);
});

testRoom("POST …/offer and GET …/offer tell the ICE servers (RFC 9725)", async ({ post, get }) => {
  const link = `<stun:a.test>; rel="ice-server", <turn:b.test>; rel="ice-server"; username="u"; credential="c\\"d"`;
  for (const answer of [await post("/offer", offerOf("aaaa")), await get("/offer")]) {
    assertEquals(answer.headers.get("link"), link);
    await answer.body?.cancel();
  }
}, { ICE_SERVERS: `[{"urls":"stun:a.test"},{"urls":["turn:b.test"],"username":"u","credential":"c\\"d"}]` });

Deno.test("/rooms/lobby is the room at the root, and no other room is", async () => {
  await using server = await startApp();
  const opened = await server.post("/rooms/lobby/offer", offerOf("aaaa"));
  assertEquals(opened.headers.get("location"), "/offer");
  assertEquals((await opened.json()).room, "lobby");
  assertEquals(await (await server.get("/offer")).json(), offerOf("aaaa"));
  await assertProblem(await server.get("/rooms/Lobby/offer"), 404, "no-offer");
  await assertProblem(await server.get("/rooms/tea/offer"), 404, "no-offer");
});

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { assertProblem, assertStatus, codeOf, startApp, testRoom } from "@/testing/app.ts";

const HTML = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

Deno.test("an unknown resource of a room is refused with the names of those there are", async () => {
  await using server = await startApp();
  for (const path of ["/rooms/tea/nope", "/rooms/tea/offer/nope", "/rooms/tea/OFFER", "/rooms/lobby/constructor"]) {
    for (const method of ["GET", "POST", "DELETE", "OPTIONS"]) {
      const { limit } = await assertProblem(await server.request(path, { method }), 404, "not-found");
      assertEquals(limit, [
        "answer",
        "answer-candidate",
        "answer-candidates",
        "messages",
        "offer",
        "offer-candidate",
        "offer-candidates",
      ]);
    }
  }
});

Deno.test("an unknown path is refused with a problem unless a GET accepts a page", async () => {
  await using server = await startApp();
  for (const path of ["/nope", "/constructor", "/offer/nope", "/offer.json", "/_fresh/x.js"]) {
    await assertProblem(await server.get(path), 404, "not-found");
    await assertProblem(await server.get(path, { accept: "application/json" }), 404, "not-found");
    await assertProblem(await server.post(path, {}), 404, "not-found");
    await assertProblem(await server.request(path, { method: "POST", headers: HTML }), 404, "not-found");
    await assertProblem(await server.request(path, { method: "OPTIONS" }), 404, "not-found");
  }
});

Deno.test("there is no list of rooms for a program", async () => {
  await using server = await startApp();
  for (const path of ["/rooms", "/rooms/"]) {
    await assertProblem(await server.get(path), 404, "not-found");
    await assertProblem(await server.get(path, { accept: "application/json" }), 404, "not-found");
    await assertProblem(await server.post(path, {}), 405, "method-not-allowed");
  }
});

Deno.test("an unknown path is a page to a person", async () => {
  await using server = await startApp();
  for (const path of ["/nope", "/rooms/tea/nope"]) {
    const answer = await server.get(path, HTML);
    assertEquals(answer.status, 404);
    assertStringIncludes(answer.headers.get("content-type") ?? "", "text/html");
    assertStringIncludes(await answer.text(), "Page not found");
  }
});

for (const name of ["-tea", "_tea", "t.a", "t%20a", "t%2Fa", "%00", "té", "%C3%A9", "a".repeat(65), "a%0A"]) {
  const shown = name.length > 20 ? `${name.length} characters` : name;

  Deno.test(`a room cannot be named ${shown}`, async () => {
    await using server = await startApp();
    await assertProblem(await server.get(`/rooms/${name}`), 400, "invalid-room");
    await assertProblem(await server.get(`/rooms/${name}/offer`), 400, "invalid-room");
    await assertProblem(await server.post(`/rooms/${name}/offer`, {}), 400, "invalid-room");
    await assertProblem(await server.request(`/rooms/${name}`, { method: "DELETE" }), 400, "invalid-room");
    await assertProblem(await server.request(`/rooms/${name}/offer`, { method: "OPTIONS" }), 400, "invalid-room");
    const page = await server.get(`/rooms/${name}`, HTML);
    assertEquals(page.status, 400);
    assertStringIncludes(await page.text(), "This is not a valid room name");
  });
}

Deno.test("a room can be named with 1 to 64 letters, digits, hyphens and underscores", async () => {
  await using server = await startApp();
  for (const name of ["a", "0", "Tea-at_5", "a".repeat(64), "%74ea", "constructor"]) {
    await assertProblem(await server.get(`/rooms/${name}/offer`), 404, "no-offer");
  }
});

Deno.test("a malformed escape is refused with a problem, even if the request accepts a page", async () => {
  await using server = await startApp();
  for (const path of ["/%E0%A4%A", "/rooms/%E0%A4%A/offer", "/rooms/tea/%FF", "/%"]) {
    for (const method of ["GET", "POST", "DELETE", "OPTIONS"]) {
      await assertProblem(await server.request(path, { method, headers: HTML }), 400, "malformed-url");
    }
  }
  await assertProblem(await server.get("/offer?x=%E0%A4%A"), 404, "no-offer");
});

testRoom("GET …/offer takes a URL of 2,048 characters and refuses one of 2,049", async (room) => {
  const start = `http://localhost${room.base}/offer?x=`;
  const fill = "x".repeat(2_048 - start.length);
  await assertProblem(await room.get(`/offer?x=${fill}`), 404, "no-offer");
  const { limit } = await assertProblem(await room.get(`/offer?x=${fill}y`), 414, "url-too-long");
  assertEquals(limit, 2_048);
});

Deno.test("a refused URL leaves no body behind", async () => {
  await using server = await startApp();
  for (const path of ["/%", `/${"x".repeat(3_000)}`]) {
    let cancelled = false;
    const body = new ReadableStream({ cancel: () => void (cancelled = true) });
    await (await server.request(path, { method: "POST", body })).body?.cancel();
    assertEquals(cancelled, true, path.slice(0, 5));
  }
});

testRoom("…/offer/ is …/offer or nothing, and never without the headers of the API", async (room) => {
  const answer = await room.get("/offer/", HTML);
  assertEquals(answer.status, 404);
  assertEquals(answer.headers.get("access-control-allow-origin"), "*");
  assertEquals(answer.headers.get("cache-control"), "no-store");
  assert(["no-offer", "not-found"].includes(await codeOf(answer)));
  const headers = await assertStatus(room.request("/offer/", { method: "OPTIONS" }), 204);
  assertEquals(headers.get("allow"), "GET, HEAD, POST, OPTIONS");
});

import { assertEquals } from "@std/assert";
import { answerCall, openCall, startApp, testRoom } from "@/testing/app.ts";
import { candidateOf } from "@/testing/descriptions.ts";

const EXPOSED = "ETag, Link, Location, Preference-Applied, Retry-After";

testRoom("every answer of …/ is open to any origin and kept out of every cache", async (room) => {
  const post = (path: string, body: unknown) => () => room.post(path, body);
  const get = (path: string, headers = {}) => () => room.get(path, headers);
  const requests = [
    get("/offer"),
    post("/offer", "{"),
    post("/answer", { type: "answer", sdp: "v=0" }),
    () => openCall(room).then(() => room.get("/offer")),
    get("/offer", { "if-none-match": "*" }),
    post("/offer-candidate", candidateOf("aaaa", 1)),
    get("/offer-candidates"),
    get("/offer-candidates", { "if-none-match": "*" }),
    () => answerCall(room).then(() => room.get("/answer")),
    post("/answer-candidate", 5),
    () => room.request("/answer", { method: "PUT" }),
    () => room.request("/offer-candidate", { method: "OPTIONS" }),
    () => room.request(room.base === "" ? "/" : "", { method: "DELETE" }),
  ];
  const statuses = [];
  for (const request of requests) {
    const { status, headers, body } = await request();
    await body?.cancel();
    statuses.push(status);
    assertEquals(headers.get("access-control-allow-origin"), "*");
    assertEquals(headers.get("access-control-expose-headers"), EXPOSED);
    assertEquals(headers.get("cache-control"), "no-store");
    assertEquals(headers.get("set-cookie"), null);
    assertEquals(headers.get("access-control-allow-credentials"), null);
  }
  assertEquals(statuses, [404, 400, 409, 200, 304, 204, 200, 304, 200, 422, 405, 204, 204]);
});

Deno.test("a page is no answer of the API", async () => {
  await using server = await startApp();
  for (const path of ["/", "/rooms/tea", "/problems"]) {
    const { status, headers, body } = await server.get(path);
    await body?.cancel();
    assertEquals(status, 200);
    assertEquals(headers.get("content-type"), "text/html; charset=utf-8");
    assertEquals(headers.get("access-control-allow-origin"), null);
  }
});

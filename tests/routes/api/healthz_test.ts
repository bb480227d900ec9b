import { assertEquals } from "@std/assert";
import { assertProblem, assertStatus, startApp } from "@/tests/testing.ts";

Deno.test("GET /healthz answers while the database does", async () => {
  await using server = await startApp();
  const answer = await server.get("/healthz");
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("cache-control"), "no-store");
  assertEquals(answer.headers.get("access-control-allow-origin"), "*");
  assertEquals(await answer.json(), { status: "ok" });
  await assertStatus(server.request("/healthz", { method: "HEAD" }), 200);
});

Deno.test("GET /healthz answers 503 while the database does not", async () => {
  using kv = await Deno.openKv(":memory:");
  await using server = await startApp({}, kv);
  const get = kv.get.bind(kv);
  kv.get = () => Promise.reject(new Error("the disk is on fire"));
  const answer = await server.get("/healthz");
  assertEquals(answer.headers.get("retry-after"), "5");
  const { detail } = await assertProblem(answer, 503, "unavailable");
  assertEquals(detail, "Cannot reach the database");
  kv.get = get;
  await assertStatus(server.get("/healthz"), 200);
});

Deno.test("POST /healthz is refused", async () => {
  await using server = await startApp();
  const answer = await server.post("/healthz", {});
  assertEquals(answer.headers.get("allow"), "GET, HEAD, OPTIONS");
  await assertProblem(answer, 405, "method-not-allowed");
});

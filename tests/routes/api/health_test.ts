import { assertEquals } from "@std/assert";
import { createDatabase } from "@/lib/server/store/database.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";
import { holdCommits, watchCommits } from "@/testing/stores.ts";
import { assertProblem, assertStatus, startApp } from "@/testing/app.ts";

for (const path of ["/healthz", "/readyz"]) {
  Deno.test(`GET ${path} answers while all is well`, async () => {
    await using server = await startApp();
    const answer = await server.get(path);
    assertEquals(answer.status, 200);
    assertEquals(answer.headers.get("cache-control"), "no-store");
    assertEquals(answer.headers.get("access-control-allow-origin"), "*");
    assertEquals(await answer.json(), { status: "ok" });
    await assertStatus(server.request(path, { method: "HEAD" }), 200);
  });
}

Deno.test("GET /healthz answers though the database does not", async () => {
  using kv = await Deno.openKv(":memory:");
  await using server = await startApp({}, kv);
  kv.getMany = () => new Promise(() => {});
  kv.atomic = () => {
    throw new Error("the disk is on fire");
  };
  await assertStatus(server.get("/healthz"), 200);
});

Deno.test("GET /readyz answers 503 within a second while the database takes no writes", async () => {
  using kv = await Deno.openKv(":memory:");
  const clock = createFakeClock();
  await using server = await startApp({}, kv, createDatabase({ kv, clock }));
  const free = holdCommits(kv);
  const waiting = server.get("/readyz");
  await clock.timers(1);
  clock.advance(1_000);
  const answer = await waiting;
  assertEquals(answer.headers.get("retry-after"), "5");
  await assertProblem(answer, 503, "unavailable");
  free();
  server.clock.advance(1_000);
  await assertStatus(server.get("/readyz"), 200);
});

Deno.test("GET /readyz writes at most once a second", async () => {
  using kv = await Deno.openKv(":memory:");
  await using server = await startApp({}, kv);
  const commits = watchCommits(kv);
  await Promise.all(Array.from({ length: 50 }, () => assertStatus(server.get("/readyz"), 200)));
  assertEquals(commits.count, 1);
  server.clock.advance(999);
  await assertStatus(server.get("/readyz"), 200);
  assertEquals(commits.count, 1);
  server.clock.advance(1);
  await assertStatus(server.get("/readyz"), 200);
  assertEquals(commits.count, 2);
});

Deno.test("GET /readyz answers 503 once the server is stopping", async () => {
  await using server = await startApp();
  server.app.store.close();
  await assertProblem(await server.get("/readyz"), 503, "shutting-down");
});

Deno.test("POST /healthz is refused", async () => {
  await using server = await startApp();
  const answer = await server.post("/healthz", {});
  assertEquals(answer.headers.get("allow"), "GET, HEAD, OPTIONS");
  await assertProblem(answer, 405, "method-not-allowed");
});

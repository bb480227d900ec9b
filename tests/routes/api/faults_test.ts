import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { assertProblem, assertStatus, breakReads, failWaiters, startApp, type TestApp } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";
import { watchCommits } from "@/testing/stores.ts";

const SECRET = "v=0 of 192.0.2.1 in tea";

Deno.test("a fault is answered as a bare 500 and reported once", async () => {
  await using server = await startFailing();
  for (const path of ["/offer", "/rooms/tea/answer-candidates"]) {
    const problem = await assertProblem(await server.get(path), 500, "fault");
    assertEquals(problem.detail, "Cannot respond: the server has failed and logged the fault");
    assertEquals(Object.keys(problem).sort(), ["detail", "status", "title", "type"]);
  }
  assertEquals(server.faults.map(String), [`Error: ${SECRET}`, `Error: ${SECRET}`]);
});

Deno.test("a fault while writing leaves no timer, reader or body behind", async () => {
  using kv = await Deno.openKv(":memory:");
  watchCommits(kv, () => Promise.reject(new Error(SECRET)));
  await using server = await startApp({}, kv);
  await assertProblem(await server.post("/offer", offerOf("aaaa")), 500, "fault");
  await assertProblem(await server.request("/", { method: "DELETE" }), 500, "fault");
  assertEquals(server.faults.length, 2);
  assertEquals([server.app.store.waiting, server.clock.pending], [0, 0]);
});

Deno.test("a fault while waiting ends the wait", async () => {
  using kv = await Deno.openKv(":memory:");
  await using server = await startApp({}, kv);
  const waiting = server.get("/offer", { prefer: "wait=20" });
  await server.waiters(1);
  const mended = await failWaiters(server, SECRET);
  const answer = await waiting;
  assertEquals(answer.headers.get("preference-applied"), "wait=20");
  await assertProblem(answer, 500, "fault");
  assertEquals([server.app.store.waiting, server.clock.pending], [0, 0]);
  mended();
  await assertStatus(server.get("/offer"), 404);
});

Deno.test("a fault of a page is a page to a person, and a problem to a program, without its words", async () => {
  await using server = await startApp();
  Object.defineProperty(server.config, "iceServers", {
    get() {
      throw new Error(SECRET);
    },
  });
  for (const path of ["/", "/rooms/tea"]) {
    const page = await server.get(path, { accept: "text/html" });
    assertEquals(page.status, 500);
    assertStringIncludes(page.headers.get("content-type") ?? "", "text/html");
    const text = await page.text();
    assertStringIncludes(text, "<h1>The server failed</h1>");
    assert(!text.includes(SECRET));
    await assertProblem(await server.get(path), 500, "fault");
  }
  assertEquals(server.faults.map(String), Array(4).fill(`Error: ${SECRET}`));
});

async function startFailing(): Promise<TestApp> {
  const kv = await Deno.openKv(":memory:");
  const server = await startApp({}, kv);
  breakReads(kv, SECRET);
  const dispose = server[Symbol.asyncDispose];
  return {
    ...server,
    async [Symbol.asyncDispose]() {
      await dispose();
      kv.close();
    },
  };
}

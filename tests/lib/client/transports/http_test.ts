import { Interrupted, Refused, Unreachable } from "@/lib/client/signaling_error.ts";
import { type ApiRequest, createHttp, deleteRoom, MAX_ATTEMPTS } from "@/lib/client/transports/http.ts";
import { assertEquals, assertRejects, assertStrictEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { json, problem, type Scripted, scriptFetch } from "../scripted_fetch.ts";

const POST: ApiRequest = { method: "POST", path: "/offer", body: { type: "offer" }, timeoutMs: 10_000 };

Deno.test("persist() sends JSON past the browser's cache", async () => {
  const { http, requests } = setUp(json({ room: "tea" }));
  const reply = await http.persist(POST);
  assertEquals([reply.status, reply.body], [200, { room: "tea" }]);
  assertEquals(requests[0]?.line, "POST /rooms/tea/offer");
  assertEquals(requests[0]?.headers.get("content-type"), "application/json");
  assertEquals(requests[0]?.init.cache, "no-store");
});

Deno.test("persist() repeats what failed, waiting twice as long each time", async () => {
  using time = new FakeTime();
  const outage = json("Bad gateway", {}, 502);
  const { http, requests } = setUp("network error", outage, json({}, {}, 500), json({}, {}, 429), json("there"));
  const reply = http.persist(POST);
  const startedAt = Date.now();
  for (let timer = 0; timer < 4; timer++) await time.nextAsync();
  assertEquals((await reply).body, "there");
  // Half of 250, 500, 1000 and 2000 ms: the spread's lower end.
  assertEquals(requests.map(({ at }) => at - startedAt), [0, 125, 375, 875, 1_875]);
});

Deno.test("persist() spreads what it repeats", async () => {
  using time = new FakeTime();
  const { http, requests } = setUpWith({ random: () => 0.999 }, "network error", json({}));
  const reply = http.persist(POST);
  await time.tickAsync(248);
  await time.runMicrotasks();
  assertEquals(requests.length, 1);
  await time.tickAsync(2);
  await reply;
  assertEquals(requests.length, 2);
});

Deno.test("persist() waits as long as Retry-After asks for, within reason", async () => {
  using time = new FakeTime("2026-01-01T00:00:00Z");
  const { http, requests } = setUp(
    problem("busy", { "retry-after": "7" }),
    problem("unavailable", { "retry-after": "Thu, 01 Jan 2026 00:00:17 GMT" }),
    json({}, { "retry-after": "3600" }, 429),
    json({}),
  );
  const reply = http.persist(POST);
  const startedAt = Date.now();
  for (let timer = 0; timer < 3; timer++) await time.nextAsync();
  await reply;
  assertEquals(requests.map(({ at }) => at - startedAt), [0, 7_000, 17_000, 47_000]);
});

Deno.test("persist() gives up in the end", async () => {
  using time = new FakeTime();
  const { http, requests } = setUp("network error");
  const reply = assertRejects(() => http.persist(POST), Unreachable);
  while (await time.nextAsync());
  await reply;
  assertEquals(requests.length, MAX_ATTEMPTS);
});

Deno.test("persist() does not repeat what was refused", async () => {
  const { http, requests } = setUp(problem("too-large"), new Response("<h1>No</h1>", { status: 403 }));
  const refused = await assertRejects(() => http.persist(POST), Refused, "Cannot: too-large");
  assertEquals(refused.code, "too-large");
  const foreign = await assertRejects(() => http.persist(POST), Refused, "The server responded with status 403");
  assertEquals(foreign.code, undefined);
  assertEquals(requests.length, 2);
});

Deno.test("once() ends a request that takes too long, and leaves no timer behind", async () => {
  using time = new FakeTime();
  const { http } = setUp("silence");
  const reply = assertRejects(() => http.once(POST), Error, "No response within 10 s");
  await time.tickAsync(10_000);
  await reply;
  assertEquals(time.next(), false);
});

Deno.test("once() also ends a body that takes too long", async () => {
  using time = new FakeTime();
  const { http } = setUp(({ init }) => {
    const stuck = new ReadableStream({
      start: (body) => init.signal?.addEventListener("abort", () => body.error(init.signal?.reason), { once: true }),
    });
    return new Response(stuck);
  });
  const reply = assertRejects(() => http.once(POST), Error, "No response within 10 s");
  await time.tickAsync(10_000);
  await reply;
});

Deno.test("once() ends with the attempt, for the attempt's reason", async () => {
  using time = new FakeTime();
  const attempt = new AbortController();
  const { http, requests } = setUpWith({ abort: attempt.signal }, "silence");
  const reply = http.once(POST).catch((error) => error);
  const reason = new Error("Hung up");
  attempt.abort(reason);
  assertStrictEquals(await reply, reason);
  assertStrictEquals(await http.once(POST).catch((error) => error), reason);
  assertEquals(requests.length, 1);
  assertEquals(time.next(), false);
});

Deno.test("persist() ends with the attempt while it waits to try again", async () => {
  using time = new FakeTime();
  const attempt = new AbortController();
  const { http } = setUpWith({ abort: attempt.signal }, "network error");
  const reply = http.persist(POST).catch((error) => error);
  await time.runMicrotasks();
  attempt.abort("Hung up");
  assertEquals(await reply, "Hung up");
  assertEquals(time.next(), false);
});

Deno.test("deleteRoom() outlives the page, hits only its own call, and is tried once", async () => {
  const { fetch, requests } = scriptFetch(new Response(null, { status: 204 }), "network error");
  await deleteRoom({ base: "/rooms/tea", fetch, random: () => 0 }, `"o"`);
  assertEquals(requests[0]?.line, "DELETE /rooms/tea");
  assertEquals(requests[0]?.init.keepalive, true);
  assertEquals(requests[0]?.headers.get("if-match"), `"o"`);
  await assertRejects(() => deleteRoom({ base: "", fetch, random: () => 0 }), Interrupted);
  assertEquals(requests.map(({ line }) => line), ["DELETE /rooms/tea", "DELETE /"]);
});

function setUp(...script: Scripted[]) {
  return setUpWith({}, ...script);
}

function setUpWith(
  { abort = new AbortController().signal, random = () => 0 }: { abort?: AbortSignal; random?: () => number },
  ...script: Scripted[]
) {
  const { fetch, requests } = scriptFetch(...script);
  return { requests, http: createHttp({ base: "/rooms/tea", fetch, random, abort }) };
}

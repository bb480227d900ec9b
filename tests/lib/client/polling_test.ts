import { createPoller, type Question } from "@/lib/client/polling.ts";
import { Refused, Unreachable } from "@/lib/client/signaling_error.ts";
import { createTransport } from "@/lib/client/transport.ts";
import { assertEquals, assertRejects } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { json, problem, type Scripted, scriptFetch } from "./scripted_fetch.ts";

const HELD = { "preference-applied": "wait=25" };
const QUESTION: Question<string> = { path: "/answer", read: ({ body }) => String(body) };

Deno.test("poll() asks the server to wait, and asks again at once when it did", async () => {
  using time = new FakeTime();
  const { poll, requests } = setUp(after(25_000, problem("no-answer", HELD)), json("here"));
  const answer = poll(QUESTION);
  await time.tickAsync(25_000);
  assertEquals(await answer, "here");
  assertEquals(requests.map(({ headers }) => headers.get("prefer")), ["wait=25", "wait=25"]);
  assertEquals(requests[1]!.at - requests[0]!.at, 25_000);
});

Deno.test("poll() never asks in a circle when the server ends waits at once", async () => {
  using time = new FakeTime();
  const { poll, requests, polling } = setUp(
    problem("no-answer", HELD),
    new Response(null, { status: 304, headers: HELD }),
    json("here"),
  );
  const answer = poll(QUESTION);
  await time.nextAsync();
  await time.nextAsync();
  assertEquals(await answer, "here");
  assertEquals(requests.map(({ at }) => at - requests[0]!.at), [0, 1_000, 2_000]);
  assertEquals(polling, []);
});

for (
  const [name, cut] of [
    ["end with a network error", "network error"],
    ["end with 504", json("Gateway timeout", {}, 504)],
    ["come back at once from a server that doesn't wait", problem("no-answer")],
  ] as [string, Scripted][]
) {
  Deno.test(`poll() asks every second when two waits in a row ${name}`, async () => {
    using time = new FakeTime();
    const { poll, requests, polling } = setUp(cut, cut, problem("no-answer"), problem("no-answer"), json("here"));
    const answer = poll(QUESTION);
    for (let timer = 0; timer < 4; timer++) await time.nextAsync();
    assertEquals(await answer, "here");
    assertEquals(requests.map(({ headers }) => headers.has("prefer")), [true, true, false, false, false]);
    assertEquals(requests[4]!.at - requests[3]!.at, 1_000);
    assertEquals(polling, ["short"]);
  });
}

Deno.test("poll() doesn't mistake one cut wait for a rule", async () => {
  using time = new FakeTime();
  const held = after(25_000, problem("no-answer", HELD));
  const { poll, polling } = setUp("network error", held, "network error", held, json("here"));
  const answer = poll(QUESTION);
  while (await time.nextAsync());
  assertEquals(await answer, "here");
  assertEquals(polling, []);
});

Deno.test("poll() doesn't wait where the server has too many who do", async () => {
  using time = new FakeTime();
  const { poll, requests, polling } = setUp(problem("too-many-waiting", { "retry-after": "2" }), json("here"));
  const answer = poll(QUESTION);
  await time.nextAsync();
  assertEquals(await answer, "here");
  assertEquals(requests[1]!.at - requests[0]!.at, 2_000);
  assertEquals(requests[1]!.headers.has("prefer"), false);
  assertEquals(polling, ["short"]);
});

Deno.test("poll() tries a long wait again after a minute of short ones", async () => {
  using time = new FakeTime();
  const { poll, requests, polling } = setUp(({ headers, at }) => {
    if (!headers.has("prefer")) return problem("no-answer");
    return at < Date.now() + 1 && requests.length < 3 ? "network error" : json("here");
  });
  const answer = poll(QUESTION);
  while (await time.nextAsync());
  assertEquals(await answer, "here");
  assertEquals(requests.filter(({ headers }) => !headers.has("prefer")).length, 59);
  assertEquals(polling, ["short", "long"]);
});

Deno.test("poll() bounds a wait that nobody ends", async () => {
  using time = new FakeTime();
  const { poll, requests } = setUp("silence", json("here"));
  const answer = poll(QUESTION);
  await time.tickAsync(35_000);
  await time.nextAsync();
  assertEquals(await answer, "here");
  assertEquals(requests[1]!.at - requests[0]!.at, 35_125);
});

Deno.test("poll() gives up a server that stays away", async () => {
  using time = new FakeTime();
  const { poll, requests } = setUp("network error");
  const answer = assertRejects(() => poll(QUESTION), Unreachable);
  while (await time.nextAsync());
  await answer;
  assertEquals(requests.length, 8);
});

Deno.test("poll() passes refusals on", async () => {
  const { poll } = setUp(problem("offer-replaced"));
  const error = await assertRejects(() => poll(QUESTION), Refused);
  assertEquals(error.code, "offer-replaced");
});

Deno.test("poll() ends with the attempt, and leaves no timer behind", async () => {
  using time = new FakeTime();
  const { poll, attempt } = setUp(problem("no-answer", HELD));
  const answer = poll(QUESTION).catch((error) => error);
  await time.runMicrotasks();
  attempt.abort("Hung up");
  assertEquals(await answer, "Hung up");
  assertEquals(time.next(), false);
});

function setUp(...script: Scripted[]) {
  const attempt = new AbortController();
  const abort = attempt.signal;
  const { fetch, requests } = scriptFetch(...script);
  const polling: string[] = [];
  const random = () => 0;
  const { poll } = createPoller({
    transport: createTransport({ base: "", fetch, random, abort }),
    abort,
    random,
    now: Date.now,
    onPolling: (next) => polling.push(next),
  });
  return { poll, requests, polling, attempt };
}

function after(ms: number, response: Response): Scripted {
  return () => new Promise((resolve) => setTimeout(() => resolve(response), ms));
}

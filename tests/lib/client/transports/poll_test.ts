import { createPollLine } from "@/lib/client/transports/poll.ts";
import { assert, assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { json, news, problem, type Scripted, scriptFetch } from "../scripted_fetch.ts";
import { listenTo } from "./listening.ts";

const HELD = { "preference-applied": "wait=25" };
const OFFER = { type: "offer", sdp: "v=0" } as const;
const BYE = { type: "bye" } as const;
const NOTHING = { messages: [], next: 0, call: "" };

testPoll(
  "a long poll asks the server to wait, and for new messages of the call it found",
  "long-poll",
  async (world) => {
    const { ask, time } = world;
    const { listening, requests } = ask(after(25_000, json(NOTHING, HELD)), news(`"o"`, OFFER, BYE), "silence");
    await time.tickAsync(25_000);
    await time.runMicrotasks();
    await time.tickAsync(0);
    await time.tickAsync(50);
    assertEquals(requests.map(({ line }) => line.split("?")[1]), [
      "to=callee&after=0",
      "to=callee&after=0",
      "to=callee&after=2&call=%22o%22",
    ]);
    assertEquals(requests.map(({ headers }) => headers.get("prefer")), Array(3).fill("wait=25"));
    assertEquals(listening.news.map(({ next }) => next), [2]);
  },
);

testPoll("a long poll leaves what came with a description 50 ms to be tried", "long-poll", async ({ ask, time }) => {
  const { requests } = ask(news(`"o"`, OFFER), "silence");
  await time.tickAsync(49);
  assertEquals(requests.length, 1);
  await time.tickAsync(1);
  assertEquals(requests.length, 2);
});

testPoll("a long poll never asks in a circle where waits end at once", "long-poll", async ({ ask, time }) => {
  const { requests } = ask(json(NOTHING, HELD));
  await time.tickAsync(999);
  assertEquals(requests.length, 1);
  await time.tickAsync(1);
  assertEquals(requests.length, 2);
});

testPoll("a long poll is no use where the server doesn't wait", "long-poll", async ({ ask }) => {
  await assertEnd(ask(json(NOTHING)).listening, "Interrupted", "does not wait");
});

testPoll("a long poll bounds a wait that nobody ends", "long-poll", async ({ ask, time }) => {
  const { listening } = ask("silence");
  await time.tickAsync(35_000);
  await assertEnd(listening, "Interrupted", "No response within 35 s");
});

testPoll("a long poll gives a server with too many who wait the time it asks for", "long-poll", async (world) => {
  const { listening } = world.ask(problem("too-many-waiting", { "retry-after": "2" }));
  const startedAt = Date.now();
  await world.time.tickAsync(2_000);
  await assertEnd(listening, "Interrupted", "too-many-waiting");
  assertEquals(Date.now() - startedAt, 2_000);
});

testPoll("a short poll asks once a second, and does not wait", "short-poll", async ({ ask, time }) => {
  const { listening, requests } = ask(json(NOTHING), json(NOTHING), news(`"o"`, OFFER), "silence");
  await time.tickAsync(1_000);
  await time.tickAsync(1_000);
  await time.runMicrotasks();
  assertEquals(requests.map(({ at }) => at - requests[0]!.at), [0, 1_000, 2_000]);
  assertEquals(requests.some(({ headers }) => headers.has("prefer")), false);
  assertEquals(listening.news.length, 1);
});

for (
  const [what, answer, name, detail] of [
    ["a call that is over", problem("offer-replaced"), "Refused", "offer-replaced"],
    ["a server that fails", problem("fault"), "Interrupted", "fault"],
    ["a page from something on the way", new Response("Gateway timeout", { status: 504 }), "Interrupted", ""],
    ["no network", "network error", "Interrupted", "Failed to fetch"],
  ] as [string, Scripted, string, string][]
) {
  testPoll(`a poll ends by ${what} as ${name}`, "short-poll", async ({ ask }) => {
    await assertEnd(ask(answer).listening, name, detail);
  });
}

interface World {
  time: FakeTime;
  ask(...script: Scripted[]): ReturnType<typeof askWith>;
}

/** Runs a test at a standing clock; in the end nothing may be left of what it asked for. */
function testPoll(name: string, poll: "long-poll" | "short-poll", test: (world: World) => Promise<void>) {
  Deno.test(name, async () => {
    using time = new FakeTime();
    const asked: ReturnType<typeof askWith>[] = [];
    await test({
      time,
      ask(...script) {
        const one = askWith(poll, script);
        asked.push(one);
        return one;
      },
    });
    asked.forEach(({ listening }) => listening.abort.abort());
    await Promise.all(asked.map(({ listening }) => listening.end));
    assertEquals(time.next(), false);
  });
}

function askWith(name: "long-poll" | "short-poll", script: Scripted[]) {
  const { fetch, requests } = scriptFetch(...script);
  const line = createPollLine({ name, base: "/rooms/tea", role: "callee", fetch, random: () => 0, now: Date.now });
  return { listening: listenTo(line), requests };
}

function after(ms: number, response: Response): Scripted {
  return () => new Promise((resolve) => setTimeout(() => resolve(response), ms));
}

async function assertEnd({ end }: { end: Promise<unknown> }, name: string, detail: string) {
  const error = await end;
  assert(error instanceof Error, String(error));
  assertEquals(error.name, name);
  assert(error.message.includes(detail), error.message);
}

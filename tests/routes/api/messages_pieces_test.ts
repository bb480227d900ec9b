import { assert, assertEquals, assertGreater, assertLess } from "@std/assert";
import { assertProblem, startApp, type TestApp, testRoom } from "@/testing/app.ts";
import { candidateOf, offerOf } from "@/testing/descriptions.ts";
import { say } from "@/testing/messages.ts";
import { testSocket } from "@/testing/sockets.ts";

const COUNT = 61;
const ALL = Array.from({ length: COUNT }, (_, index) => index + 1);
/** 32 KiB, and one message of 4 KB more with what is around it. */
const MAX_PIECE = 40_000;
const EVENTS = { accept: "text/event-stream" };

testRoom(
  "GET …/messages as a stream comes in pieces, and goes on where it was cut for not being read",
  async (room) => {
    await fillRoom(room);
    const seen: number[] = [];
    let [id, streams] = ["", 0];
    while (seen.length < COUNT) {
      const headers = id === "" ? EVENTS : { ...EVENTS, "last-event-id": id };
      const reader = (await room.get("/messages?to=callee", headers)).body!.getReader();
      await reader.read();
      const { value } = await reader.read();
      assertLess(value!.length, MAX_PIECE);
      const ids = [...new TextDecoder().decode(value).matchAll(/^id:("[^"]+"\.(\d+))$/gm)];
      seen.push(...ids.map(([, , seq]) => Number(seq)));
      id = ids.at(-1)![1]!;
      room.clock.advance(20_000);
      assert((await reader.read()).done);
      streams++;
    }
    assertEquals(seen, ALL);
    assertGreater(streams, 4);
  },
);

testSocket("GET …/messages as a WebSocket comes in pieces", async (room, open) => {
  await fillRoom(room);
  const callee = await open("callee");
  const seen: number[] = [];
  while (seen.length < COUNT) {
    const news = await callee.next();
    assertLess(JSON.stringify(news).length, MAX_PIECE);
    seen.push(...news.messages!.map(({ seq }) => seq));
    assertEquals(news.next, seen.at(-1));
  }
  assertEquals(seen, ALL);
  await callee.leave();
});

testRoom("GET …/messages without a stream comes whole", async (room) => {
  await fillRoom(room);
  const answer = await room.get("/messages?to=callee");
  assertEquals(answer.headers.get("content-type"), "application/json");
  const { messages, next } = await answer.json();
  assertEquals([messages.map(({ seq }: { seq: number }) => seq), next], [ALL, COUNT]);
});

Deno.test("GET /messages refuses what would hold more memory than there may be, and answers what is short", async () => {
  // No test runs in less.
  await using server = await startApp({ MAX_MEMORY_BYTES: "67108864" });
  await say(server, "caller", offerOf("aaaa"));
  assertEquals((await (await server.get("/messages?to=callee")).json()).next, 1);
  await fillRoom(server);
  const upgrade = { upgrade: "websocket", connection: "upgrade", "sec-websocket-protocol": "toucan.v1" };
  for (const headers of [EVENTS, upgrade, {}] as Record<string, string>[]) {
    const answer = await server.get("/messages?to=callee", headers);
    assertEquals(answer.headers.get("retry-after"), "1");
    await assertProblem(answer, 503, "overloaded");
  }
});

async function fillRoom(room: Pick<TestApp, "post">): Promise<void> {
  const candidates = Array.from({ length: COUNT - 1 }, (_, port) => {
    const candidate = candidateOf("aaaa", port);
    return { type: "candidate", candidate: { ...candidate, candidate: candidate.candidate.padEnd(3_900, "x") } };
  });
  await say(room, "caller", offerOf("aaaa"));
  for (let start = 0; start < candidates.length; start += 10) {
    await say(room, "caller", candidates.slice(start, start + 10));
  }
}

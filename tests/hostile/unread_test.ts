import { assertEquals, assertLess } from "@std/assert";
import { type ClientHttp2Session, connect as connectHttp2 } from "node:http2";
import { startServer } from "@/testing/server.ts";
import { readMemory } from "@/testing/memory.ts";
import { memoryOnceWaiting } from "@/testing/waiters.ts";
import { offerOf } from "@/testing/descriptions.ts";
import { assertSetsUp } from "./good_pair.ts";

const KIB = 1_024;
const MIB = 1_024 * KIB;
const READERS = 300;
/** Deno takes 200 requests at once on one connection over HTTP/2. */
const SESSION_REQUESTS = 100;
const LONG_CANDIDATE = 4_000;
const MEASURED = { script: "testing/waiting_server.ts" };

Deno.test(`${READERS} event streams that take nothing keep under 0.4 MiB each while their room is written to`, async () => {
  await using server = await startServer({}, MEASURED);
  await using quiet = await startServer();
  await fillRoom(server.url, "aaaa");
  const before = await readMemory(server.url);
  const sessions = await openRequests(server.url, READERS / SESSION_REQUESTS, { accept: "text/event-stream" });
  // What is said now is for those who come back.
  await fillRoom(server.url, "bbbb");
  // A stream keeps its place as long as its connection is open, and nothing else.
  const after = await memoryOnceWaiting(server.url, READERS);
  assertLess((after.heapUsed - before.heapUsed) / READERS, 32 * KIB);
  assertLess((after.rss - before.rss) / READERS, 400 * KIB);
  await assertSetsUp(server, quiet);
  for (const session of sessions) session.destroy();
  await memoryOnceWaiting(server.url, 0);
});

Deno.test("2,000 unread long lists over HTTP/2 keep less than 100 MiB, and short ones are still served", async () => {
  await using server = await startServer({}, MEASURED);
  await using quiet = await startServer();
  await fillRoom(server.url, "aaaa");
  const before = await readMemory(server.url);
  const sessions = await openRequests(server.url, 2_000 / SESSION_REQUESTS, {});
  const after = await readMemory(server.url);
  assertLess(after.rss - before.rss, 100 * MIB);
  await assertSetsUp(server, quiet);
  for (const session of sessions) session.destroy();
  const whole = await fetch(`${server.url}/rooms/tea/messages?to=callee`);
  assertEquals([whole.status, (await whole.json()).next], [200, 61]);
});

/** Asks for what is in the room, over connections that take nothing but headers; resolves once all of those have come. */
function openRequests(url: string, count: number, headers: Record<string, string>): Promise<ClientHttp2Session[]> {
  return Promise.all(Array.from({ length: count }, async () => {
    const session = connectHttp2(url, { settings: { initialWindowSize: 0 } });
    await Promise.all(Array.from({ length: SESSION_REQUESTS }, () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const request = session.request({ ":path": "/rooms/tea/messages?to=callee", ...headers });
      request.on("response", () => resolve());
      request.on("error", reject);
      return promise;
    }));
    return session;
  }));
}

/** Opens a call, and says as much in it as one side may. */
async function fillRoom(url: string, ufrag: string): Promise<void> {
  const room = `${url}/rooms/tea`;
  await say(room, offerOf(ufrag));
  for (let batch = 0; batch < 6; batch++) {
    const candidates = Array.from({ length: 10 }, (_, index) => ({
      candidate: `candidate:1 1 udp 2113937151 192.0.2.1 ${batch * 10 + index} typ host `.padEnd(LONG_CANDIDATE, "x"),
      sdpMid: "0",
      sdpMLineIndex: 0,
      usernameFragment: ufrag,
    }));
    await say(room, candidates.map((candidate) => ({ type: "candidate", candidate })));
  }
}

async function say(room: string, messages: unknown): Promise<void> {
  const answer = await fetch(`${room}/messages?from=caller`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(messages),
  });
  assertEquals(answer.status, 201, await answer.text());
}

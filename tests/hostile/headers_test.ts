import { assertEquals, assertLess } from "@std/assert";
import { LOBBY } from "@/lib/protocol/mod.ts";
import { answerCall, assertProblem, assertStatus, openCall, startApp, testRoom } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";
import { threadMs } from "./processor.ts";
import { assertAsFast, harmlessText, HOSTILE_CHARS, hostileTexts } from "./hostile_texts.ts";

const JSON_TYPE = { "content-type": "application/json" };
const POST = { method: "POST", body: "{", headers: JSON_TYPE };

/** What looks at a header one way or another. */
const REQUESTS: [path: string, init?: RequestInit][] = [
  ["/offer"],
  ["/messages?to=callee"],
  ["/messages?from=caller", POST],
  ["/rooms/tea", { method: "DELETE" }],
  ["/nope"],
];

const HEADERS: [name: string, harmless: string][] = [
  ["accept", "text/html, application/json;q=0.9, "],
  ["accept-language", "de, en;q=0.9, "],
  ["content-type", "application/json; charset=utf-8; "],
  ["idempotency-key", "key"],
  ["if-match", `"a", "b", `],
  ["if-none-match", `"a", W/"b", `],
  ["last-event-id", `"a".1`],
  ["prefer", "respond-async, wait=1, "],
  ["host", "localhost"],
  ["x-unknown", "anything at all, "],
];

for (const [name, harmless] of HEADERS) {
  Deno.test(`${name} of ${HOSTILE_CHARS} hostile characters takes no longer than a harmless one`, async () => {
    await using server = await startApp({ MAX_WAIT: "0" });
    for (const [path, init] of REQUESTS) {
      const ask = async (value: string) => {
        const answer = await server.request(path, { ...init, headers: { ...init?.headers, [name]: value } });
        await answer.body?.cancel();
      };
      await assertAsFast(ask, toHeader(harmlessText(harmless)), VALUES);
    }
    assertEquals(server.faults, []);
  });
}

for (const [name, harmless] of [["accept-language", "de, en;q=0.9, "], ["accept-encoding", "gzip, br;q=0.9, "]]) {
  Deno.test(`a page's ${name} of hostile characters takes no longer than a harmless one`, async () => {
    await using server = await startApp();
    const ask = async (value: string) => {
      await assertStatus(server.get("/problems", { [name!]: value }), 200);
    };
    await assertAsFast(ask, toHeader(harmlessText(harmless!)), VALUES.slice(0, 40));
  });
}

for (
  const [name, path, init] of [
    ["If-Match", "/answer", {}],
    ["If-Match", "/messages?to=callee", {}],
    ["If-Match", "/offer", { method: "POST", body: JSON.stringify(offerOf("a")), headers: JSON_TYPE }],
    ["If-Match", "/messages?from=callee", { method: "POST", body: `{"type":"bye"}`, headers: JSON_TYPE }],
    ["If-Match", "", { method: "DELETE" }],
    ["If-None-Match", "/offer", {}],
    ["If-None-Match", "/answer-candidates", {}],
    ["Last-Event-ID", "/messages?to=callee", {}],
    ["Prefer", "/offer", {}],
    ["Content-Type", "/answer-candidate", { method: "POST", body: "[]" }],
  ] as [string, string, RequestInit][]
) {
  testRoom(`${init.method ?? "GET"} …${path} refuses ${name} of over 1,024 characters`, async (room) => {
    const call = await openCall(room);
    await answerCall(room);
    const ask = (value: string) => room.request(path, { ...init, headers: { ...init.headers, [name]: value } });
    // Right, but for its length: what is refused is not taken for a match, nor for none.
    const { limit } = await assertProblem(await ask(`${call},`.padEnd(1_024, ",") + "x"), 431, "header-too-long");
    assertEquals(limit, 1_024);
    const answer = await ask(`${call},`.padEnd(1_024, ","));
    await answer.body?.cancel();
    assertEquals([412, 431, 500].includes(answer.status), false, `${answer.status}`);
  });
}

testRoom("GET …/offer disregards Accept of over 1,024 characters", async (room) => {
  await openCall(room);
  for (const [length, type] of [[1_024, "application/sdp"], [1_025, "application/json"]] as const) {
    const headers = await assertStatus(room.get("/offer", { accept: "application/sdp".padEnd(length, ";") }), 200);
    assertEquals(headers.get("content-type"), type);
  }
});

Deno.test("readers that wait with long lists of ETags cost no more at each look than others", async () => {
  const plain = await timeLooks("");
  const hostile = await timeLooks(`, "a${" ".repeat(960)}a"`);
  assertLess(hostile, 3 * Math.max(plain, 10));
});

/** How much processor time 300 readers who have the offer and name other ETags beside it take for ten looks, in milliseconds. */
async function timeLooks(others: string): Promise<number> {
  await using server = await startApp();
  const call = await openCall(server);
  const headers = { "if-none-match": call + others, prefer: "wait=25" };
  const readers = Array.from({ length: 300 }, () => assertStatus(server.get("/offer", headers), 304));
  await server.waiters(300);
  const begin = threadMs();
  for (let look = 0; look < 10; look++) {
    server.clock.advance(500);
    await server.app.store.read(LOBBY);
  }
  const time = threadMs() - begin;
  server.app.store.close();
  await Promise.all(readers);
  return time;
}

/** As HTTP lets a header be: without line ends, and without spaces at its own. */
function toHeader(text: string): string {
  return text.replace(/[^ -~]/g, " ").trim();
}

const VALUES = [...new Set(hostileTexts().map(toHeader))];

import { assertEquals, assertLess } from "@std/assert";
import { median } from "@/testing/statistics.ts";
import { answerOf, candidateOf, offerOf } from "@/testing/descriptions.ts";

/** Sets up one call in a room of its own as a well-behaved pair does, and returns how long that took, in milliseconds. */
export async function setUpCall(url: string): Promise<number> {
  const room = `${url}/rooms/good-${crypto.randomUUID()}`;
  const begin = performance.now();
  const [offer] = await Promise.all([
    expect(200, fetch(`${room}/offer`, { headers: { prefer: "wait=20" } })),
    expect(201, post(`${room}/offer`, offerOf("aaaa"))),
  ]);
  assertEquals(JSON.parse(offer), offerOf("aaaa"));
  const [answer] = await Promise.all([
    expect(200, fetch(`${room}/answer`, { headers: { prefer: "wait=20" } })),
    expect(201, post(`${room}/answer`, answerOf("bbbb"))),
    expect(204, post(`${room}/answer-candidate`, candidateOf("bbbb", 1))),
    expect(204, post(`${room}/offer-candidate`, candidateOf("aaaa", 2))),
  ]);
  assertEquals(JSON.parse(answer), answerOf("bbbb"));
  const time = performance.now() - begin;
  await expect(204, fetch(room, { method: "DELETE" }));
  return time;
}

/** The median of `count` set-ups, one after the other, in milliseconds. */
export async function medianSetUp(url: string, count = 20): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < count; round++) times.push(await setUpCall(url));
  return median(times);
}

/** How many times its usual time the setup of a call may take on a server under attack. */
const MAX_RATIO = 10;

/**
 * Asserts that a call's setup takes about as long on a server as on `quiet`, which nobody attacks. They take turns, so
 * that whatever else the machine does affects both alike.
 */
export async function assertSetsUp({ url }: { url: string }, quiet: { url: string }, count = 5): Promise<void> {
  // The first call on each compiles code.
  for (const each of [url, quiet.url]) await setUpCall(each);
  const [times, quietTimes]: [number[], number[]] = [[], []];
  for (let round = 0; round < count; round++) {
    times.push(await setUpCall(url));
    quietTimes.push(await setUpCall(quiet.url));
  }
  assertLess(median(times), MAX_RATIO * median(quietTimes));
}

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

async function expect(status: number, response: Promise<Response>): Promise<string> {
  const { status: actual, text } = await response.then(async (it) => ({ status: it.status, text: await it.text() }));
  assertEquals(actual, status, text);
  return text;
}

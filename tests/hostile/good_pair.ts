import { assertEquals } from "@std/assert";
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

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

async function expect(status: number, response: Promise<Response>): Promise<string> {
  const { status: actual, text } = await response.then(async (it) => ({ status: it.status, text: await it.text() }));
  assertEquals(actual, status, text);
  return text;
}

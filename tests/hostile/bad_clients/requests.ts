import { candidateOf, offerOf } from "@/testing/descriptions.ts";
import type { Misdeed } from "./misdeed.ts";

const JSON_TYPE = { "content-type": "application/json" };

/** Another room each time, so that no answer is like another. */
export const readPage: Misdeed = (url) => ask(`${url}/rooms/bad-${crypto.randomUUID()}`, {}, 200);

export const readNoOffer: Misdeed = (url) => ask(`${url}/rooms/bad-${crypto.randomUUID()}/offer`, {}, 404);

export const readNothing: Misdeed = (url) =>
  ask(`${url}/bad/${crypto.randomUUID()}`, { headers: { accept: "text/html" } }, 404);

export const answerNobody: Misdeed = (url) =>
  post(`${url}/rooms/bad-${crypto.randomUUID()}/answer`, { ...offerOf("aaaa"), type: "answer" });

export const floodWithCandidates: Misdeed = (url) =>
  post(`${url}/rooms/bad-crowd/offer-candidate`, candidateOf("aaaa", Math.floor(Math.random() * 65_536)));

/** Each of them as large as may be, into a room that many read. */
export const replaceOffer: Misdeed = (url) => {
  const { type, sdp } = offerOf("aaaa");
  return post(`${url}/rooms/bad-crowd/offer`, { type, sdp: `${sdp}a=x:${"x".repeat(50_000)}${Math.random()}\r\n` });
};

export const hangUp: Misdeed = (url) => ask(`${url}/rooms/bad-bye`, { method: "DELETE" });

export const reuseKey: Misdeed = (url) =>
  post(`${url}/rooms/bad-key/messages?from=caller`, offerOf(`u${Math.random()}`), { "idempotency-key": "1" });

export const postDeepJson: Misdeed = (url) => post(`${url}/rooms/bad-json/offer`, "[".repeat(60_000));

function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<void> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return ask(url, { method: "POST", headers: { ...JSON_TYPE, ...headers }, body: text });
}

async function ask(url: string, init: RequestInit, status?: number): Promise<void> {
  const answer = await fetch(url, init);
  await answer.arrayBuffer();
  if (status !== undefined && answer.status !== status) throw new Error(`Answered ${answer.status}`);
}

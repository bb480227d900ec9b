import { assertEquals } from "@std/assert";
import { type Side, SIDES } from "@/lib/protocol/mod.ts";
import { assertProblem, startApp, type TestApp } from "@/testing/app.ts";
import { answerOf, offerOf } from "@/testing/descriptions.ts";
import { emptyModel, listOf, type Model, putAnswer, putOffer } from "./model.ts";
import { createRandom, type Random } from "@/testing/random.ts";

const TTL = 600_000;
const UFRAGS = ["aaaa", "bbbb", "cccc"];

for (let seed = 1; seed <= 12; seed++) {
  Deno.test(`a room holds what the contract says after any sequence of requests (seed ${seed})`, async () => {
    await using server = await startApp();
    await walk([server], createRandom(seed));
  });

  Deno.test(`a room is the same to two servers on one database after any sequence (seed ${seed})`, async () => {
    using kv = await Deno.openKv(":memory:");
    await using one = await startApp({}, kv);
    await using two = await startApp({}, kv);
    await walk([one, two], createRandom(seed));
  });
}

async function walk(servers: TestApp[], random: Random) {
  const model = emptyModel();
  for (let step = 0; step < 150; step++) {
    if (random.below(6) === 0) {
      const ms = random.pick([1, TTL / 2, TTL - 1, TTL]);
      for (const { clock } of servers) clock.advance(ms);
    }
    if (model.endsAt <= servers[0]!.clock.now()) Object.assign(model, emptyModel());
    await random.pick(STEPS)(random.pick(servers), model, random);
    for (const server of servers) await compare(server, model);
  }
}

type Step = (server: TestApp, model: Model, random: Random) => Promise<void>;

const trickle: Step = async (server, model, random) => {
  const side: Side = random.pick(["caller", "callee"]);
  const ufrag = random.pick([...UFRAGS, null]);
  const port = random.pick([undefined, random.below(60_000), random.below(60_000)]);
  const candidate = port === undefined ? "" : `candidate:1 1 udp 1 192.0.2.1 ${port} typ host`;
  const body = { candidate, ...(ufrag === null ? {} : { usernameFragment: ufrag }) };
  const answer = await server.post(`/${SIDES[side].candidate}`, body);
  assertEquals(answer.status, 204);
  model.candidates[side].push({ ufrag, ...(port === undefined ? {} : { port }) });
  model.endsAt = server.clock.now() + TTL;
};

const offer: Step = async (server, model, random) => {
  const ufrag = random.pick(UFRAGS);
  const match = random.pick([null, null, model.offer?.etag ?? `"none"`, `"other"`]);
  const answer = await server.post("/offer", offerOf(ufrag), match === null ? {} : { "if-match": match });
  if (match !== null && match !== model.offer?.etag) return void await assertProblem(answer, 412, "offer-replaced");
  assertEquals(answer.status, 201);
  const { expiresAt } = await answer.json();
  const renews = match !== null && ufrag === model.offer?.ufrag;
  const etag = answer.headers.get("etag")!;
  assertEquals(etag === model.offer?.etag, renews);
  if (!renews) putOffer(model, etag, ufrag);
  model.endsAt = server.clock.now() + TTL;
  assertEquals(Date.parse(expiresAt), model.endsAt);
};

const answer: Step = async (server, model, random) => {
  const ufrag = random.pick(UFRAGS);
  const match = random.pick([null, model.offer?.etag ?? `"none"`, `"other"`]);
  const answer = await server.post("/answer", answerOf(ufrag), match === null ? {} : { "if-match": match });
  if (model.offer === null) return void await assertProblem(answer, 409, "no-offer");
  if (match === `"other"`) return void await assertProblem(answer, 412, "offer-replaced");
  if (model.answer !== null) return void await assertProblem(answer, 409, "answer-taken");
  assertEquals(answer.status, 201);
  await answer.body?.cancel();
  putAnswer(model, answer.headers.get("etag")!, ufrag);
  model.endsAt = server.clock.now() + TTL;
};

const hangUp: Step = async (server, model) => {
  assertEquals((await server.request("/", { method: "DELETE" })).status, 204);
  Object.assign(model, emptyModel());
};

const STEPS: Step[] = [...Array(6).fill(trickle), offer, offer, answer, answer, hangUp];

async function compare({ get }: TestApp, model: Model) {
  for (
    const [path, held, code, bodyOf] of [
      ["/offer", model.offer, "no-offer", offerOf],
      ["/answer", model.answer, "no-answer", answerOf],
    ] as const
  ) {
    const answer = await get(path);
    if (held === null) {
      await assertProblem(answer, 404, code);
    } else {
      assertEquals(answer.headers.get("etag"), held.etag);
      assertEquals(await answer.json(), bodyOf(held.ufrag));
    }
  }
  for (const side of ["caller", "callee"] as const) {
    const list: { candidate: string }[] = await (await get(`/${SIDES[side].candidates}`)).json();
    const read = list.map(({ candidate }) => candidate === "" ? "end" : Number(candidate.split(" ")[5]));
    assertEquals(read, listOf(model, side));
  }
}

import { assertEquals } from "@std/assert";
import { type Side, SIDES } from "@/lib/protocol/mod.ts";
import { readJson, startApp, type TestApp } from "@/testing/app.ts";
import { answerOf, candidateOf, offerOf } from "@/testing/descriptions.ts";
import { brief, hear, type News, say } from "@/testing/messages.ts";
import { createRandom, type Random } from "@/testing/random.ts";

const UFRAGS = ["aaaa", "bbbb", "cccc"];

for (let seed = 1; seed <= 12; seed++) {
  Deno.test(`messages and the six resources are the same call after any sequence of requests (seed ${seed})`, async () => {
    using kv = await Deno.openKv(":memory:");
    await using one = await startApp({}, kv);
    await using two = await startApp({}, kv);
    const random = createRandom(seed);
    const readers = { caller: newReader("caller"), callee: newReader("callee") };
    for (let step = 0; step < 150; step++) {
      await random.pick(STEPS)(random.pick([one, two]), random);
      if (random.below(20) === 0) {
        for (const { clock } of [one, two]) clock.advance(random.pick([1, 599_999, 600_000]));
      }
      for (const side of ["caller", "callee"] as const) {
        await compare(random.pick([one, two]), side);
        // Some read each message as it comes, some have much to catch up with.
        if (random.below(3) === 0) await readOn(random.pick([one, two]), readers[side]);
      }
    }
  });
}

type Step = (server: TestApp, random: Random) => Promise<void>;

/** What may be refused is not written; whether it is, other tests say. */
async function post(server: TestApp, path: string, body: unknown): Promise<void> {
  await (await server.post(path, body)).body?.cancel();
}

const describe: Step = async (server, random) => {
  const from: Side = random.pick(["caller", "callee"]);
  const description = (from === "caller" ? offerOf : answerOf)(random.pick(UFRAGS));
  await post(server, random.pick([`/${description.type}`, `/messages?from=${from}`]), description);
};

const trickle: Step = async (server, random) => {
  const from: Side = random.pick(["caller", "callee"]);
  const ufrag = random.pick(UFRAGS);
  const candidate = candidateOf(ufrag, random.below(60_000));
  const isEnd = random.below(5) === 0;
  if (random.below(2) === 0) {
    const body = isEnd ? { candidate: "", usernameFragment: ufrag } : candidate;
    await post(server, `/${SIDES[from].candidate}`, body);
  } else {
    const body = isEnd ? { type: "end-of-candidates", usernameFragment: ufrag } : { type: "candidate", candidate };
    await post(server, `/messages?from=${from}`, body);
  }
};

const open: Step = async (server, random) => {
  const ufrag = random.pick(UFRAGS);
  await say(server, "caller", [offerOf(ufrag), { type: "candidate", candidate: candidateOf(ufrag, 1) }]);
};

const hangUp: Step = async (server, random) => {
  if (random.below(2) === 0) await say(server, random.pick(["caller", "callee"]), { type: "bye" });
  else await (await server.request("/", { method: "DELETE" })).body?.cancel();
};

const STEPS: Step[] = [...Array(8).fill(trickle), describe, describe, describe, open, hangUp];

/** What a side says, by either resource. */
async function compare(server: TestApp, from: Side): Promise<void> {
  const { messages } = await hear(server, SIDES[from].other);
  const description = await server.get(`/${SIDES[from].description}`);
  const said = await description.json();
  const list = await readJson(server.get(`/${SIDES[from].candidates}`)) as { candidate: string }[];
  if (description.status === 404) return void assertEquals([messages, list], [[], []]);
  const { seq, ...first } = messages[0]!;
  assertEquals([seq, first], [1, said]);
  const candidates = messages.flatMap((message) => message.type === "candidate" ? [message.candidate] : []);
  assertEquals(candidates, list.filter(({ candidate }) => candidate !== "") as typeof candidates);
  const isComplete = list.some(({ candidate }) => candidate === "");
  assertEquals(messages.some(({ type }) => type === "end-of-candidates"), isComplete);
  assertEquals(messages.map(({ seq }) => seq), messages.map((_, index) => index + 1));
}

/** A reader that goes on from where it came to, and what it was told. */
interface Reader {
  readonly to: Side;
  call: string;
  seen: News["messages"];
}

function newReader(to: Side): Reader {
  return { to, call: "", seen: [] };
}

/** Reads what is new, as a client that names its call; then it must have all there is, once and in order. */
async function readOn(server: TestApp, reader: Reader): Promise<void> {
  const headers: Record<string, string> = reader.call === "" ? {} : { "if-match": reader.call };
  const answer = await server.get(`/messages?to=${reader.to}&after=${reader.seen.length}`, headers);
  const all = await hear(server, reader.to);
  if (answer.status === 410) {
    await answer.body?.cancel();
    assertEquals(all.call === reader.call, false);
    return void Object.assign(reader, newReader(reader.to));
  }
  const news: News = await answer.json();
  assertEquals([answer.status, news.reset], [200, undefined]);
  reader.seen = [...reader.seen, ...news.messages];
  reader.call = news.call;
  assertEquals([news.call, brief(reader.seen), news.next], [all.call, brief(all.messages), all.next]);
}

import { assert, assertEquals } from "@std/assert";
import { assertProblem, startApp, type TestApp } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";
import type { RefusalCode } from "@/lib/protocol/mod.ts";
import { createRandom, type Random } from "@/testing/random.ts";

const PATHS = ["offer", "answer", "offer-candidate", "answer-candidate"].flatMap((
  name,
) => [`/${name}`, `/rooms/a/${name}`]);
const LISTS = ["offer", "answer", "offer-candidates", "answer-candidates"];
const TYPES = ["application/json", "application/json", "application/sdp", "text/plain", "", "a/b;c", "\u00ff"];
const NAMES = ["type", "sdp", "candidate", "sdpMid", "sdpMLineIndex", "usernameFragment", "__proto__", "toJSON", "0"];
const WORDS = [
  "offer",
  "answer",
  "",
  "v=0",
  "a=ice-ufrag:x\r\n",
  " ufrag x",
  "\ud800",
  "\u0000",
  "🦜",
  "x".repeat(5_000),
];
const SEEDS = [1, 2, 3, 4];

for (const seed of SEEDS) {
  Deno.test(`POST of random bytes is never a fault (seed ${seed})`, async () => {
    const random = createRandom(seed);
    await using server = await startApp();
    for (let round = 0; round < 250; round++) {
      const body = Uint8Array.from({ length: random.below(random.pick([4, 300, 70_000])) }, () => random.below(256));
      await postAndCheck(server, random, body);
    }
    await readAll(server);
  });

  Deno.test(`POST of random JSON is never a fault (seed ${seed})`, async () => {
    const random = createRandom(seed);
    await using server = await startApp();
    const statuses = new Set<number>();
    for (let round = 0; round < 500; round++) {
      if (round % 50 === 0) await (await server.post("/offer", offerOf("x"))).body?.cancel();
      statuses.add(await postAndCheck(server, random, JSON.stringify(valueOf(random, 0)) ?? ""));
      if (random.below(10) === 0) await readAll(server);
    }
    assert(statuses.has(204) && statuses.has(422), `only ${[...statuses]}: too few kinds of values`);
  });
}

Deno.test("GET with random headers and queries is never a fault", async () => {
  const random = createRandom(5);
  await using server = await startApp({ MAX_WAIT: "0" });
  await (await server.post("/offer", offerOf("x"))).body?.cancel();
  const headers = ["prefer", "if-none-match", "if-match", "accept", "content-type"];
  const pieces = [
    "wait=1",
    '"',
    "*",
    ",",
    ";",
    "=",
    "W/",
    "a/b",
    "q=2",
    "-1",
    " ",
    "\u00e9",
    "application/sdp",
    "text/html",
  ];
  for (let round = 0; round < 500; round++) {
    const query = encodeURI(
      Array.from({ length: 3 }, () => random.pick(["after", "=", "&", "9", "-", "\u0000", "é"])).join(""),
    );
    const value = Array.from({ length: 4 }, () => random.pick(pieces)).join("");
    await check(await server.get(`/${random.pick(LISTS)}?${query}`, { [random.pick(headers)]: value }));
  }
  assertEquals(server.faults, []);
});

async function postAndCheck(server: TestApp, random: Random, body: BodyInit): Promise<number> {
  const headers = { "content-type": random.pick(TYPES) };
  const answer = await server.request(random.pick(PATHS), { method: "POST", headers, body });
  await check(answer);
  assertEquals(server.faults, []);
  return answer.status;
}

/** Reading what was taken is no fault either. */
async function readAll(server: TestApp) {
  for (const path of LISTS) await check(await server.get(`/${path}`));
  assertEquals(server.faults, []);
}

async function check(answer: Response) {
  assert(answer.status < 500, `${answer.status}`);
  if (answer.status < 400) return await answer.body?.cancel();
  const copy = answer.clone();
  const { type } = await copy.json();
  await assertProblem(answer, answer.status, type.replace("/problems#", "") as RefusalCode);
}

function valueOf(random: Random, depth: number): unknown {
  const kind = random.below(depth > 3 ? 5 : 9);
  if (kind === 0) return null;
  if (kind === 1) return random.pick([0, -1, 1e300, 0.5, 65_535, 65_536, true, false]);
  if (kind < 5) return random.pick(WORDS);
  const size = random.below(random.pick([3, 8, 60]));
  if (kind === 5) return Array.from({ length: size }, () => valueOf(random, depth + 1));
  return Object.fromEntries(Array.from({ length: size % 8 }, () => [random.pick(NAMES), valueOf(random, depth + 1)]));
}

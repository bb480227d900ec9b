import { createSignaling, deleteRoom } from "@/lib/client/signaling.ts";
import { Refused } from "@/lib/client/signaling_error.ts";
import { Refusal } from "@/lib/protocol/mod.ts";
import { assertEquals, assertRejects } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { json, problem, type Scripted, scriptFetch } from "./scripted_fetch.ts";

const NOW = Date.UTC(2026, 0, 1);
const ETAG = { etag: `"o"` };
const ANSWER = { type: "answer", sdp: "v=0 answer" };
const EXPIRY = { room: "tea", expiresAt: new Date(NOW + 600_000).toISOString() };

Deno.test("postOffer() gives the offer's name and life", async () => {
  const { signaling, requests } = setUp(json(EXPIRY, ETAG, 201));
  assertEquals(await signaling.postOffer("v=0"), {
    offer: { etag: `"o"`, expiresAt: NOW + 600_000 },
    ttlMs: 600_000,
  });
  assertEquals(requests[0]?.line, "POST /rooms/tea/offer");
  assertEquals(requests[0]?.body, { type: "offer", sdp: "v=0" });
  assertEquals(requests[0]?.headers.has("if-match"), false);
});

Deno.test("postOffer() renews by If-Match", async () => {
  const { signaling, requests } = setUp(json(EXPIRY, ETAG, 201));
  await signaling.postOffer("v=0", `"o"`);
  assertEquals(requests[0]?.headers.get("if-match"), `"o"`);
});

Deno.test("postOffer() goes by the server's clock", async () => {
  const hourLate = new Date(NOW + 3_600_000).toUTCString();
  const expiresAt = new Date(NOW + 3_600_000 + 60_000).toISOString();
  const { signaling } = setUp(json({ expiresAt }, { ...ETAG, date: hourLate }, 201));
  assertEquals(await signaling.postOffer("v=0"), { offer: { etag: `"o"`, expiresAt: NOW + 60_000 }, ttlMs: 60_000 });
});

Deno.test("postOffer() expects a minute of life where the server's clock makes no sense", async () => {
  const { signaling } = setUp(json({ expiresAt: new Date(0).toISOString() }, ETAG, 201), json("?", ETAG, 201));
  assertEquals((await signaling.postOffer("v=0")).ttlMs, 60_000);
  assertEquals((await signaling.postOffer("v=0")).ttlMs, 60_000);
});

Deno.test("readOffer() undoes what compressing proxies do to an ETag", async () => {
  const { signaling } = setUp(json({ type: "offer", sdp: "v=0" }, { etag: `W/"o"` }));
  assertEquals(await signaling.readOffer(), { sdp: "v=0", etag: `"o"` });
});

Deno.test("readOffer() waits for a newer offer, and notices when the known one has gone", async () => {
  using time = new FakeTime(NOW);
  const offer = { type: "offer", sdp: "v=0" };
  const { signaling, requests } = setUp(
    new Response(null, { status: 304 }),
    json(offer, ETAG),
    problem("no-offer"),
    json(offer, { etag: `"next"` }),
  );
  let gone = 0;
  const found = signaling.readOffer(`"o"`, () => gone++);
  for (let timer = 0; timer < 3; timer++) await time.nextAsync();
  assertEquals(await found, { sdp: "v=0", etag: `"next"` });
  assertEquals(gone, 1);
  assertEquals(requests.map(({ headers }) => headers.get("if-none-match")), [`"o"`, `"o"`, `"o"`, null]);
});

Deno.test("readOffer() refuses what is no offer", async () => {
  const { signaling } = setUp(json({ type: "answer", sdp: "v=0" }, ETAG));
  await assertRejects(() => signaling.readOffer(), Refusal, "Cannot take this description as offer");
});

Deno.test("readAnswer() tells an offer that was replaced from one that has gone", async () => {
  const replaced = setUp(problem("offer-replaced"), json({ type: "offer", sdp: "v=0" }, { etag: `"theirs"` }));
  assertEquals((await assertRejects(() => replaced.signaling.readAnswer(`"o"`), Refused)).code, "offer-replaced");
  assertEquals(replaced.requests[0]?.headers.get("if-match"), `"o"`);
  const gone = setUp(problem("offer-replaced"), problem("no-offer"));
  assertEquals((await assertRejects(() => gone.signaling.readAnswer(`"o"`), Refused)).code, "no-offer");
});

Deno.test("postAnswer() recognizes its own answer after a first try whose reply was lost", async () => {
  using time = new FakeTime(NOW);
  const { signaling, requests } = setUp("network error", problem("answer-taken"), json(ANSWER, ETAG));
  const posted = signaling.postAnswer(ANSWER.sdp, `"o"`);
  await time.nextAsync();
  await posted;
  assertEquals(requests.map(({ line }) => line.split("/").pop()), ["answer", "answer", "answer"]);
});

Deno.test("postAnswer() is refused where somebody else's answer is there", async () => {
  const first = setUp(problem("answer-taken"));
  assertEquals((await assertRejects(() => first.signaling.postAnswer("v=0", `"o"`), Refused)).code, "answer-taken");
  assertEquals(first.requests.length, 1);
  using time = new FakeTime(NOW);
  const second = setUp("network error", problem("answer-taken"), json(ANSWER, ETAG));
  const refused = assertRejects(() => second.signaling.postAnswer("v=0 mine", `"o"`), Refused);
  await time.nextAsync();
  assertEquals((await refused).code, "answer-taken");
});

Deno.test("readCandidates() asks for those beyond what is known, and for more where there are none", async () => {
  using time = new FakeTime(NOW);
  const list = Array.from({ length: 60 }, (_, index) => ({ candidate: `candidate:${index}` }));
  const { signaling, requests } = setUp(json([]), json(list));
  const read = signaling.readCandidates("caller", 7);
  await time.nextAsync();
  assertEquals(await read, list);
  assertEquals(requests.map(({ line }) => line), Array(2).fill("GET /rooms/tea/offer-candidates?after=7"));
});

Deno.test("postCandidates() posts a batch to this side's mailbox", async () => {
  const { signaling, requests } = setUp(new Response(null, { status: 204 }));
  await signaling.postCandidates("callee", [{ candidate: "candidate:1" }]);
  assertEquals(requests[0]?.line, "POST /rooms/tea/answer-candidate");
  assertEquals(requests[0]?.body, [{ candidate: "candidate:1" }]);
});

Deno.test("deleteRoom() outlives the page, hits only its own call, and is tried once", async () => {
  const { fetch, requests } = scriptFetch(new Response(null, { status: 204 }), "network error");
  await deleteRoom({ base: "/rooms/tea", fetch, random: () => 0 }, `"o"`);
  assertEquals(requests[0]?.line, "DELETE /rooms/tea");
  assertEquals(requests[0]?.init.keepalive, true);
  assertEquals(requests[0]?.headers.get("if-match"), `"o"`);
  await assertRejects(() => deleteRoom({ base: "", fetch, random: () => 0 }));
  assertEquals(requests.map(({ line }) => line), ["DELETE /rooms/tea", "DELETE /"]);
});

function setUp(...script: Scripted[]) {
  const { fetch, requests } = scriptFetch(...script);
  const abort = new AbortController().signal;
  const options = { base: "/rooms/tea", fetch, abort, random: () => 0, now: () => NOW, onPolling: () => {} };
  return { signaling: createSignaling(options), requests };
}

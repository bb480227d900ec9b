import { createSignaling, deleteRoom } from "@/lib/client/signaling.ts";
import { Refused } from "@/lib/client/signaling_error.ts";
import { Refusal, type Side } from "@/lib/protocol/mod.ts";
import { assertEquals, assertRejects } from "@std/assert";
import { json, news, problem, type Scripted, scriptFetch } from "./scripted_fetch.ts";

const attempts: AbortController[] = [];
Deno.test.afterEach(() => attempts.splice(0).forEach((attempt) => attempt.abort()));

const NOW = Date.UTC(2026, 0, 1);
const OFFER = { type: "offer", sdp: "v=0 offer" } as const;
const ANSWER = { type: "answer", sdp: "v=0 answer" } as const;
const RECEIPT = { call: `"o"`, next: 1, expiresAt: new Date(NOW + 300_000).toISOString() };

Deno.test("postOffer() gives the offer's name and life", async () => {
  const { signaling, requests } = setUp("caller", json(RECEIPT, {}, 201));
  assertEquals(await signaling.postOffer("v=0"), {
    offer: { etag: `"o"`, expiresAt: NOW + 300_000 },
    ttlMs: 300_000,
  });
  assertEquals(requests[0]?.line, "POST /rooms/tea/messages?from=caller");
  assertEquals(requests[0]?.body, [{ type: "offer", sdp: "v=0" }]);
  assertEquals(requests[0]?.headers.has("if-match"), false);
});

Deno.test("postOffer() renews by If-Match", async () => {
  const { signaling, requests } = setUp("caller", json(RECEIPT, {}, 201));
  await signaling.postOffer("v=0", `"o"`);
  assertEquals(requests[0]?.headers.get("if-match"), `"o"`);
});

Deno.test("readOffer() waits for a newer offer", async () => {
  const { signaling, requests } = setUp("callee", news(`"o"`, OFFER), problem("offer-replaced"), news(`"next"`, OFFER));
  let gone = 0;
  assertEquals(await signaling.readOffer(`"o"`, () => gone++), { sdp: OFFER.sdp, etag: `"next"` });
  assertEquals(gone, 0);
  assertEquals(requests.map(({ line }) => line.split("?").at(-1)).slice(0, 3), [
    "to=callee&after=0",
    "to=callee&after=1&call=%22o%22",
    "to=callee&after=0",
  ]);
});

for (const code of ["call-ended", "expired"] as const) {
  Deno.test(`readOffer() notices when the known one has gone: ${code}`, async () => {
    const { signaling } = setUp("callee", news(`"o"`, OFFER), problem(code), news(`"next"`, OFFER));
    let gone = 0;
    assertEquals((await signaling.readOffer(`"o"`, () => gone++)).etag, `"next"`);
    assertEquals(gone, 1);
  });

  Deno.test(`readAnswer() tells an offer that was replaced from one that has gone: ${code}`, async () => {
    const replaced = setUp("caller", problem("offer-replaced"));
    assertEquals((await assertRejects(() => replaced.signaling.readAnswer(`"o"`), Refused)).code, "offer-replaced");
    assertEquals(replaced.requests[0]?.line, "GET /rooms/tea/messages?to=caller&after=0&call=%22o%22");
    const gone = setUp("caller", problem(code));
    assertEquals(
      (await assertRejects(() => gone.signaling.readAnswer(`"o"`), Refused)).code,
      code === "expired" ? code : "no-offer",
    );
  });
}

Deno.test("readOffer() refuses what is no offer", async () => {
  const { signaling } = setUp("callee", json({ messages: [{ seq: 1, type: "offer" }], next: 1, call: `"o"` }));
  await assertRejects(() => signaling.readOffer(), Refusal, `"sdp" is not a string`);
});

Deno.test("what came with an answer needs no request of its own", async () => {
  const candidate = { candidate: "candidate:1" };
  const { signaling, requests } = setUp(
    "caller",
    json(RECEIPT, {}, 201),
    news(`"o"`, ANSWER, { type: "candidate", candidate }, { type: "end-of-candidates" }),
  );
  const { offer } = await signaling.postOffer("v=0");
  assertEquals(await signaling.readAnswer(offer.etag), ANSWER.sdp);
  assertEquals(await signaling.readCandidates("callee", 0), [candidate, { candidate: "" }]);
  assertEquals(await signaling.readCandidates("callee", 1), [{ candidate: "" }]);
  assertEquals(requests.length, 2);
});

Deno.test("postCandidates() says a batch in the call that was answered", async () => {
  const { signaling, requests } = setUp("callee", ({ line }) => {
    if (line.startsWith("POST")) return json(RECEIPT, {}, 201);
    return line.endsWith("after=0") ? news(`"o"`, OFFER) : "silence";
  });
  const { etag } = await signaling.readOffer();
  await signaling.postAnswer(ANSWER.sdp, etag);
  await signaling.postCandidates("callee", [{ candidate: "candidate:1" }, { candidate: "" }]);
  const posts = requests.filter(({ line }) => line === "POST /rooms/tea/messages?from=callee");
  assertEquals(posts.map(({ headers }) => headers.get("if-match")), [`"o"`, `"o"`]);
  assertEquals(posts.map(({ body }) => body), [[ANSWER], [
    { type: "candidate", candidate: { candidate: "candidate:1" } },
    { type: "end-of-candidates" },
  ]]);
});

Deno.test("postAnswer() is refused where somebody else's answer is there", async () => {
  const { signaling, requests } = setUp("callee", problem("answer-taken"));
  assertEquals((await assertRejects(() => signaling.postAnswer("v=0", `"o"`), Refused)).code, "answer-taken");
  assertEquals(requests.length, 1);
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

// Polling once a second: nothing is held that a test would have to end.
function setUp(role: Side, ...script: Scripted[]) {
  const attempt = new AbortController();
  attempts.push(attempt);
  const { fetch, requests } = scriptFetch(...script);
  const signaling = createSignaling({
    base: "/rooms/tea",
    role,
    fetch,
    abort: attempt.signal,
    transports: ["short-poll"],
    createSocket: undefined,
    random: () => 0,
    now: () => NOW,
    onTransport: () => {},
    note: () => {},
  });
  return { signaling, requests };
}

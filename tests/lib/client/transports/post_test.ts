import { createTransports } from "@/lib/client/transports/mod.ts";
import { assertEquals, assertRejects } from "@std/assert";
import { json, problem, type Scripted, scriptFetch } from "../scripted_fetch.ts";

const NOW = Date.UTC(2026, 0, 1);
const OFFER = { messages: [{ type: "offer", sdp: "v=0" }], call: "", key: "k.1" } as const;
const BODY = { call: `"o"`, next: 1, expiresAt: new Date(NOW + 300_000).toISOString() };

Deno.test("a POST names its side, its call and its key", async () => {
  const { post, requests } = setUp(json(BODY, {}, 201));
  assertEquals(await post(OFFER), { call: `"o"`, ttlMs: 300_000 });
  assertEquals(requests[0]?.line, "POST /rooms/tea/messages?from=caller");
  assertEquals(requests[0]?.body, OFFER.messages);
  assertEquals(requests[0]?.headers.get("idempotency-key"), "k.1");
  assertEquals(requests[0]?.headers.has("if-match"), false);
  await post({ ...OFFER, call: `"o"` });
  assertEquals(requests[1]?.headers.get("if-match"), `"o"`);
});

Deno.test("a POST goes by the server's clock where it says what time it is", async () => {
  const date = new Date(NOW + 240_000).toUTCString();
  assertEquals(await setUp(json(BODY, { date }, 201)).post(OFFER), { call: `"o"`, ttlMs: 60_000 });
});

Deno.test("a POST that is refused isn't sent again", async () => {
  const { post, requests } = setUp(problem("answer-taken"));
  await assertRejects(() => post(OFFER), Error, "Cannot: answer-taken");
  assertEquals(requests.length, 1);
});

function setUp(...script: Scripted[]) {
  const { fetch, requests } = scriptFetch(...script);
  const { post } = createTransports({
    base: "/rooms/tea",
    role: "caller",
    transports: [],
    createSocket: undefined,
    fetch,
    random: () => 0,
    now: () => NOW,
    abort: new AbortController().signal,
  });
  return { post, requests };
}

import { assertEquals } from "@std/assert";
import { openCall, startApp } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";

const JSON_TYPE = { "content-type": "application/json" };
const HTML = { headers: { accept: "text/html" } };
const PREFLIGHT = { method: "OPTIONS", headers: { origin: "https://a.test", "access-control-request-method": "POST" } };

/** Every kind of answer that there is. */
const ANSWERS: [status: number, path: string, init?: RequestInit][] = [
  [200, "/offer"],
  [200, "/rooms/%6Cobby/offer"],
  [200, "/offer", { headers: { accept: "application/sdp" } }],
  [200, "/offer", { method: "HEAD" }],
  [304, "/offer", { headers: { "if-none-match": "*" } }],
  [404, "/answer"],
  [200, "/offer-candidates"],
  [200, "/messages?to=callee"],
  [200, "/messages?to=callee", { method: "HEAD", headers: { accept: "text/event-stream" } }],
  [201, "/rooms/tea/offer", { method: "POST", headers: JSON_TYPE, body: JSON.stringify(offerOf("a")) }],
  [204, "/offer-candidate", { method: "POST", headers: JSON_TYPE, body: "null" }],
  [400, "/offer", { method: "POST", headers: JSON_TYPE, body: "{" }],
  [204, "/rooms/coffee", { method: "DELETE" }],
  [204, "/offer", PREFLIGHT],
  [204, "/problems", PREFLIGHT],
  [405, "/offer", { method: "PUT" }],
  [405, "/problems", { method: "POST" }],
  [405, "/client.js", { method: "POST" }],
  [405, "/offer", { method: "FOO" }],
  [400, "/rooms/-/offer"],
  [400, "/rooms/-", HTML],
  [400, "/%"],
  [400, "/offer", { headers: { host: "a b" } }],
  [414, `/${"x".repeat(3_000)}`],
  [200, "/healthz"],
  [404, "/nope"],
  [404, "/nope", HTML],
  [404, "/favicon.ico"],
  [200, "/"],
  [200, "/rooms/tea"],
  [200, "/problems"],
  [200, "/learn"],
  [200, "/manifest.webmanifest"],
  [200, "/client.js"],
  [200, "/base.css"],
  [200, "/toucan.svg"],
  [200, "/base.css", { method: "HEAD" }],
  [307, "/base.css?__frsh_c=old"],
];

for (const [status, path, init] of ANSWERS) {
  const shown = `${init?.method ?? "GET"} ${path.slice(0, 40)}`;
  Deno.test(`${status} of ${shown} is not to be sniffed at`, async () => {
    await using server = await startApp();
    await openCall(server);
    const answer = await server.request(path, init);
    await answer.body?.cancel();
    assertEquals([answer.status, answer.headers.get("x-content-type-options")], [status, "nosniff"]);
  });
}

Deno.test("503 and 500 are not to be sniffed at", async () => {
  await using server = await startApp({ MAX_WAITING: "0" });
  const ask = async (prefer: string) => {
    const answer = await server.get("/offer", { prefer });
    await answer.body?.cancel();
    return [answer.status, answer.headers.get("x-content-type-options")];
  };
  assertEquals(await ask("wait=1"), [503, "nosniff"]);
  server.kv.getMany = () => Promise.reject(new Error("broken"));
  assertEquals(await ask("wait=0"), [500, "nosniff"]);
});

import { assert, assertEquals, assertLess, assertMatch } from "@std/assert";
import { startServer } from "@/testing/server.ts";

Deno.test("GET /client.js is lib/client as one module that any page may import", async () => {
  await using server = await startServer();
  const answer = await fetch(`${server.url}/client.js`, { headers: { origin: "https://elsewhere.example" } });
  assertEquals(answer.status, 200);
  assertMatch(answer.headers.get("content-type") ?? "", /^text\/javascript\b/);
  assertEquals(answer.headers.get("access-control-allow-origin"), "*");
  const code = await answer.text();
  assert(!/\b(import|Deno|document)\b/.test(code));
  const packed = new Response(new Blob([code]).stream().pipeThrough(new CompressionStream("gzip")));
  assertLess((await packed.arrayBuffer()).byteLength, 20_000);

  const { createCall } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const phases: string[] = [];
  const options = { base: server.url, iceServers: [], onChange: ({ state }: View) => phases.push(state.phase) };
  createCall(options, { createPeer: undefined }).start("caller");
  assertEquals(phases.at(-1), "ended");
});

Deno.test("other files are for the server's own pages", async () => {
  await using server = await startServer();
  const answer = await fetch(`${server.url}/base.css`);
  await answer.body?.cancel();
  assertEquals([answer.status, answer.headers.get("access-control-allow-origin")], [200, null]);
});

interface View {
  state: { phase: string };
}

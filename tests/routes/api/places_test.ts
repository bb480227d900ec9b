import { assertEquals } from "@std/assert";
import { assertProblem, assertStatus, startApp } from "@/testing/app.ts";
import { candidateOf, offerOf } from "@/testing/descriptions.ts";
import { readEvents } from "@/testing/messages.ts";
import { connect, listen } from "@/testing/sockets.ts";

const WAIT = { prefer: "wait=20" };
const STREAM = { accept: "text/event-stream" };

Deno.test("a socket and a stream keep their places from one message to the next, and newcomers are refused", async () => {
  await using server = await startApp({ MAX_WAITING: "2" });
  await using port = listen(server);
  const callee = await connect(port, "/messages?to=callee");
  const events = readEvents(await server.get("/messages?to=callee", STREAM));
  await events.next();
  await server.waiters(1);
  await assertProblem(await server.get("/offer", WAIT), 503, "too-many-waiting");
  await assertProblem(await server.get("/messages?to=callee", STREAM), 503, "too-many-waiting");
  await assertStatus(server.post("/offer", offerOf("aaaa")), 201);
  for (let seq = 1; seq <= 3; seq++) {
    assertEquals((await callee.next()).messages?.at(-1)?.seq, seq);
    assertEquals(JSON.parse((await events.next())!.data!).seq, seq);
    await assertProblem(await server.get("/answer", WAIT), 503, "too-many-waiting");
    await assertStatus(server.post("/offer-candidate", candidateOf("aaaa", seq)), 204);
  }
  await callee.leave();
  await events.cancel();
  while (server.app.store.waiting > 0) await server.get("/offer").then((answer) => answer.body?.cancel());
});

Deno.test("one address gets a quarter of the places, over all ways to wait", async () => {
  await using server = await startApp({ MAX_WAITING: "8" });
  await using port = listen(server);
  const url = `http://127.0.0.1:${port.port}`;
  const gone = new AbortController();
  const poll = fetch(`${url}/offer`, { headers: WAIT, signal: gone.signal }).catch(() => {});
  const socket = await connect(port, "/messages?to=callee");
  await server.waiters(2);
  await assertProblem(await fetch(`${url}/offer`, { headers: WAIT }), 503, "too-many-waiting");
  await assertProblem(await fetch(`${url}/messages?to=caller`, { headers: STREAM }), 503, "too-many-waiting");
  const refused = await connect(port, "/messages?to=callee");
  assertEquals((await refused.next()).type, "/problems#too-many-waiting");
  assertEquals(await refused.closed(), [4429, "too-many-waiting"]);
  // Others still get theirs.
  const other = server.get("/rooms/tea/offer", WAIT);
  await server.waiters(3);
  await assertStatus(server.post("/rooms/tea/offer", offerOf("aaaa")), 201);
  await assertStatus(other, 200);
  await socket.leave();
  gone.abort();
  await poll;
});

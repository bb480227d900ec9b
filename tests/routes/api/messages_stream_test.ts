import { createDatabase } from "@/lib/server/store/database.ts";
import { createFakeClock } from "@/testing/fake_clock.ts";
import { assertEquals } from "@std/assert";
import { LOBBY } from "@/lib/protocol/mod.ts";
import { assertProblem, assertStatus, failWaiters, startApp, type TestApp, testRoom } from "@/testing/app.ts";
import { offerOf } from "@/testing/descriptions.ts";
import { candidateMessage, numbered, readEvents, say } from "@/testing/messages.ts";

const OFFER = [offerOf("aaaa"), candidateMessage("aaaa", 1)];

testRoom("GET …/messages streams messages as they arrive, each with its cursor", async (room) => {
  const answer = await open(room);
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("content-type"), "text/event-stream");
  assertEquals(answer.headers.get("cache-control"), "no-store");
  assertEquals(answer.headers.get("access-control-allow-origin"), "*");
  const events = readEvents(answer);
  assertEquals(await events.next(), { "": "toucan", retry: "500" });
  const { call } = await say(room, "caller", OFFER);
  for (const message of numbered(OFFER)) {
    assertEquals(await events.next(), { data: JSON.stringify(message), id: `${call}.${message.seq}` });
  }
  await assertStatus(room.post("/offer-candidate", null), 204);
  assertEquals((await events.next())!.id, `${call}.3`);
  await leave(room, events);
});

testRoom("GET …/messages streams on from Last-Event-ID, which is newer than the URL", async (room) => {
  const { call } = await say(room, "caller", OFFER);
  const events = readEvents(await open(room, "&after=0", { "last-event-id": `${call}.1` }));
  await events.next();
  assertEquals((await events.next())!.id, `${call}.2`);
  await leave(room, events);
  const fromUrl = readEvents(await open(room, `&after=1`, { "last-event-id": "nonsense" }));
  await fromUrl.next();
  assertEquals((await fromUrl.next())!.id, `${call}.2`);
  await leave(room, fromUrl);
});

testRoom("GET …/messages shows a stream's reader that another call has begun", async (room) => {
  const first = await say(room, "caller", OFFER);
  const events = readEvents(await open(room, "&after=2"));
  await events.next();
  await room.clock.timers(2);
  const { call } = await say(room, "caller", offerOf("cccc"));
  assertEquals(await events.next(), { event: "reset", data: call, id: `${call}.0` });
  assertEquals((await events.next())!.id, `${call}.1`);
  await leave(room, events);
  // The same for a browser that was cut meanwhile, which only has the cursor.
  const again = readEvents(await open(room, "", { "last-event-id": `${first.call}.2` }));
  await again.next();
  assertEquals(await again.next(), { event: "reset", data: call, id: `${call}.0` });
  await leave(room, again);
});

testRoom("GET …/messages ends a stream with the reason why the call is over", async (room) => {
  const ends: [string, (call: string) => Promise<unknown>][] = [
    ["call-ended", () => say(room, "callee", { type: "bye" })],
    ["offer-replaced", () => say(room, "caller", offerOf("cccc"))],
    ["expired", () => Promise.resolve(room.clock.advance(600_000))],
  ];
  for (const [code, end] of ends) {
    const { call } = await say(room, "caller", OFFER);
    const events = readEvents(await open(room, `&after=2&call=${encodeURIComponent(call)}`));
    await events.next();
    await room.waiters(1);
    await end(call);
    const { event, data } = (await events.next())!;
    const { type, status } = JSON.parse(data!);
    assertEquals([event, type, status], ["problem", `/problems#${code}`, 410]);
    assertEquals(await events.next(), null);
  }
});

testRoom("GET …/messages shows that a silent stream is alive", async (room) => {
  const answer = await open(room);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const beat = reader.read();
  await room.waiters(1);
  room.clock.advance(15_000);
  assertEquals((await beat).value, ":still here\n\n");
  await leave(room, reader);
});

testRoom(
  "GET …/messages ends a stream without a reason when the server stops, so that its reader comes back",
  async (room) => {
    const events = readEvents(await open(room));
    await events.next();
    const next = events.next();
    await room.waiters(1);
    room.app.store.close();
    assertEquals(await next, null);
    const late = readEvents(await open(room));
    assertEquals(await late.next(), { "": "toucan", retry: "500" });
    assertEquals(await late.next(), null);
  },
);

testRoom("GET …/messages cuts an unread stream, and keeps nothing for it", async (room) => {
  const reader = (await open(room)).body!.getReader();
  await reader.read();
  await say(room, "caller", OFFER);
  await settle(room);
  // Its place is all that is left, with the timer of the look that it has part in and the one that cuts it.
  assertEquals([room.app.store.waiting, room.clock.pending], [1, 2]);
  room.clock.advance(20_000);
  assertEquals((await reader.read()).done, true);
  assertEquals([room.app.store.waiting, room.clock.pending], [0, 0]);
});

testRoom("HEAD …/messages of a stream leaves nothing waiting", async (room) => {
  const headers = { accept: "text/event-stream" };
  const response = await room.request("/messages?to=callee", { method: "HEAD", headers });
  assertEquals([response.status, await response.text()], [200, ""]);
  await assertProblem(await room.request("/messages", { headers }), 400, "invalid-query");
});

Deno.test("GET /messages names a fault to a stream's reader, without its words, and reports it", async () => {
  using kv = await Deno.openKv(":memory:");
  await using server = await startApp({}, kv);
  const events = readEvents(await open(server));
  await events.next();
  const next = events.next();
  await server.waiters(1);
  await failWaiters(server);
  const { event, data } = (await next)!;
  assertEquals([event, JSON.parse(data!).type, data!.includes("v=0")], ["problem", "/problems#fault", false]);
  assertEquals(await events.next(), null);
  assertEquals([server.faults.length, server.app.store.waiting, server.clock.pending], [1, 0, 0]);
});

Deno.test("GET /messages goes on with a stream when the database is back", async () => {
  using kv = await Deno.openKv(":memory:");
  const clock = createFakeClock();
  await using server = await startApp({}, kv, createDatabase({ kv, clock }));
  await say(server, "caller", OFFER);
  const getMany = kv.getMany;
  kv.getMany = () => new Promise(() => {});
  const events = readEvents(await open(server));
  await events.next();
  const next = events.next();
  await clock.timers(1);
  clock.advance(5_000);
  kv.getMany = getMany;
  assertEquals(JSON.parse((await next)!.data!).seq, 1);
  assertEquals(server.faults, []);
  await events.cancel();
});

/** Goes away, and resolves once the server has taken note of it. */
async function leave(room: TestApp, stream: { cancel(): Promise<void> }): Promise<void> {
  await stream.cancel();
  await settle(room);
}

/** Resolves once a reader that was woken has looked again: reads are made in their order. */
async function settle({ app: { store } }: TestApp): Promise<void> {
  await store.read(LOBBY);
  await store.read(LOBBY);
}

function open({ get }: Pick<TestApp, "get">, query = "", headers = {}): Promise<Response> {
  return get(`/messages?to=callee${query}`, { accept: "text/event-stream", ...headers });
}

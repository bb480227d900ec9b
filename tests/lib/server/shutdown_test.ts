import { assertEquals } from "@std/assert";
import { startServer } from "@/testing/server.ts";
import { candidateMessage, hear, readEvents, say } from "@/testing/messages.ts";
import { connect } from "@/testing/sockets.ts";
import { answerOf, offerOf } from "@/testing/descriptions.ts";
import { createKvFile } from "@/testing/stores.ts";

Deno.test("SIGTERM ends waits so that clients come back, writes what has arrived, and exits with 0", async () => {
  await using file = await createKvFile();
  await using server = await startServer({ KV_PATH: file.path });
  const room = clientOf(server.url);
  const { call } = await say(room, "caller", offerOf("aaaa"));
  const headers = { prefer: "wait=20", "if-match": call };
  const [six, poll] = [room.get("/answer", headers), hear(room, "caller", 0, headers)];
  const events = readEvents(await room.get("/messages?to=caller", { accept: "text/event-stream" }));
  await events.next();
  const callee = await connect({ port: Number(new URL(server.url).port) }, "/messages?to=callee&after=1");
  callee.send(candidateMessage("bbbb", 1));
  assertEquals((await callee.next()).type, "ack");

  const ending = server.stop();
  assertEquals(await callee.closed(), [1012, "shutting-down"]);
  assertEquals(await poll, { messages: [], next: 0, call });
  assertEquals(await events.next(), null);
  assertEquals((await (await six).json()).type, "/problems#no-answer");
  assertEquals(await ending, 0);

  await using again = await startServer({ KV_PATH: file.path });
  await say(clientOf(again.url), "callee", answerOf("bbbb"));
  assertEquals((await hear(clientOf(again.url), "caller")).next, 2);
});

function clientOf(url: string) {
  return {
    get: (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      fetch(url + path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),
  };
}

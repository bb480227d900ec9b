import { assertEquals } from "@std/assert";
import type { Resource } from "@/lib/protocol/mod.ts";
import {
  answerCall,
  assertProblem,
  assertStatus,
  listRows,
  openCall,
  startApp,
  type TestRoom,
  testRoom,
} from "@/testing/app.ts";
import { candidateOf } from "@/testing/descriptions.ts";
import { openWire } from "@/testing/wire.ts";
import { listen } from "@/testing/sockets.ts";

const METHODS = ["GET", "POST", "DELETE", "PUT", "PATCH", "PROPFIND"];

const ALLOWED: Record<Resource, string> = {
  "": "GET, HEAD, DELETE, OPTIONS",
  "offer": "GET, HEAD, POST, OPTIONS",
  "answer": "GET, HEAD, POST, OPTIONS",
  "offer-candidate": "POST, OPTIONS",
  "offer-candidates": "GET, HEAD, OPTIONS",
  "answer-candidate": "POST, OPTIONS",
  "answer-candidates": "GET, HEAD, OPTIONS",
  "messages": "GET, HEAD, POST, OPTIONS",
};

for (const resource of Object.keys(ALLOWED) as Resource[]) {
  const allowed = ALLOWED[resource];

  testRoom(`…/${resource} refuses the methods it does not take`, async (room) => {
    for (const method of METHODS.filter((method) => !allowed.split(", ").includes(method))) {
      const headers = { accept: method === "GET" ? "*/*" : "text/html" };
      const answer = await room.request(pathOf(room, resource), { method, headers });
      assertEquals(answer.headers.get("allow"), allowed, method);
      await assertProblem(answer, 405, "method-not-allowed");
    }
  });

  testRoom(`OPTIONS …/${resource} tells pages of other origins what they may do`, async (room) => {
    const headers = { origin: "https://else.test", "access-control-request-method": "POST" };
    const answer = await room.request(pathOf(room, resource), { method: "OPTIONS", headers });
    assertEquals(answer.status, 204);
    assertEquals(answer.headers.get("allow"), allowed);
    assertEquals(answer.headers.get("access-control-allow-methods"), allowed);
    assertEquals(answer.headers.get("access-control-allow-origin"), "*");
    assertEquals(
      answer.headers.get("access-control-allow-headers"),
      "Accept, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Prefer",
    );
    assertEquals(answer.headers.get("access-control-max-age"), "86400");
    assertEquals(await answer.text(), "");
  });
}

testRoom("HEAD … answers as GET does, without a body", async (room) => {
  const paths = ["/offer", "/answer", "/offer-candidates", "/answer-candidates", "/offer-candidates?after=x"];
  const compare = async (path: string) => {
    const get = await room.get(path);
    await get.body?.cancel();
    const head = await room.request(path, { method: "HEAD" });
    assertEquals(await head.text(), "");
    assertEquals(head.status, get.status);
    assertEquals([...head.headers], [...get.headers]);
  };
  for (const path of paths) await compare(path);
  await openCall(room);
  await answerCall(room);
  await assertStatus(room.post("/offer-candidate", candidateOf("aaaa", 1)), 204);
  for (const path of paths) await compare(path);
});

testRoom("HEAD … names no length, where GET's is another than 0", async (room) => {
  await openCall(room);
  await using server = listen(room);
  for (const path of ["/offer", "/answer", "/offer-candidates", "/messages?to=callee"]) {
    for (const accept of ["*/*", "text/event-stream"]) {
      using wire = await openWire(`http://127.0.0.1:${server.port}`);
      await wire.send(
        `HEAD ${room.base}${path} HTTP/1.1\r\nhost: localhost\r\naccept: ${accept}\r\nconnection: close\r\n\r\n`,
      );
      const head = await wire.readUntil("never");
      assertEquals(head.startsWith(`HTTP/1.1 ${path === "/answer" ? 404 : 200} `), true, head);
      assertEquals(/^content-length/im.test(head), false, head);
      assertEquals(head.split("\r\n\r\n")[1], "");
    }
  }
});

testRoom("HEAD … and GET … change nothing", async (room) => {
  await openCall(room);
  const before = await listRows(room.kv);
  room.clock.advance(1_000);
  for (const resource of Object.keys(ALLOWED) as Resource[]) {
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      await (await room.request(pathOf(room, resource), { method })).body?.cancel();
    }
  }
  assertEquals(await listRows(room.kv), before);
});

Deno.test("POST to a page is refused in the words of the API", async () => {
  await using server = await startApp();
  for (const method of ["POST", "DELETE", "PUT"]) {
    const answer = await server.request("/problems", { method, headers: { accept: "text/html" } });
    assertEquals(answer.headers.get("allow"), "GET, HEAD, OPTIONS");
    await assertProblem(answer, 405, "method-not-allowed");
  }
});

function pathOf({ base }: TestRoom, resource: Resource): string {
  return resource === "" && base !== "" ? "" : `/${resource}`;
}

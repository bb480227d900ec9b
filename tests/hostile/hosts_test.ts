import { assertEquals, assertStringIncludes } from "@std/assert";
import { startServer } from "@/testing/server.ts";
import { assertProblem, assertStatus, startApp } from "@/testing/app.ts";
import { openWire } from "@/testing/wire.ts";

/** What is no host's name or address, or more than one. */
const HOSTS = [
  "a b",
  "a\tb",
  "[",
  "[::1",
  "::1",
  "a:b",
  "a:99999",
  "%",
  "%zz",
  "<x>",
  "a|b",
  "999.999.999.999",
  "xn--",
];

/** What would move a request to another path, or past whoever looks at that. */
const MOVES = ["localhost/rooms/tea", "localhost?x", "localhost#x", "user@localhost", "user:word@localhost", "a\\b"];

const PATHS = ["/offer", "/rooms/tea/offer", "/rooms/tea", "/", "/client.js", "/nope"];

Deno.test("an invalid Host is refused with a problem on every path, and leaves no trace in the log", async () => {
  await using server = await startServer();
  const lines = server.lines.length;
  for (const host of [...HOSTS, ...MOVES]) {
    for (const path of PATHS) {
      const answer = await ask(server.url, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html`);
      assertInvalidHost(answer, `${host} ${path}`);
    }
  }
  for (const method of ["POST", "DELETE", "OPTIONS", "FOO"]) {
    assertInvalidHost(await ask(server.url, `${method} /offer HTTP/1.1\r\nHost: a b`), method);
  }
  assertEquals(server.lines.slice(lines), []);
});

Deno.test("a target with a host that is none is refused as a problem", async () => {
  await using server = await startServer();
  for (const target of ["http://a:99999/offer", "http://[/offer", "http://user:word@localhost/offer"]) {
    assertInvalidHost(await ask(server.url, `GET ${target} HTTP/1.1\r\nHost: localhost`), target);
  }
});

Deno.test("a Host in any spelling of a URL is accepted, and so is a missing one", async () => {
  await using server = await startServer();
  for (const host of ["localhost", "LOCALHOST:80", "[::1]:8000", "192.0.2.1", "toucan.test:0", "é.test", "a_b", ""]) {
    const answer = await ask(server.url, `GET /offer HTTP/1.1\r\nHost: ${host}`);
    assertStringIncludes(answer, "/problems#no-offer", host);
  }
  assertStringIncludes(await ask(server.url, "GET /offer HTTP/1.0"), "/problems#no-offer");
});

Deno.test("an invalid Host leaves no body behind", async () => {
  await using server = await startApp();
  let cancelled = false;
  const body = new ReadableStream({ cancel: () => void (cancelled = true) });
  const answer = await server.request("/offer", { method: "POST", body, headers: { host: "a b" } });
  await assertProblem(answer, 400, "invalid-host");
  assertEquals(cancelled, true);
});

Deno.test("a room's resources are the API's for browsers too, for any room name", async () => {
  await using server = await startApp();
  const html = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
  for (const room of ["-tea", "t.a", "t%20a", "%00", "a".repeat(65)]) {
    for (const resource of ["offer", "answer-candidates", "messages?to=caller", "offer/"]) {
      await assertProblem(await server.get(`/rooms/${room}/${resource}`, html), 400, "invalid-room");
    }
    const headers = await assertStatus(server.get(`/rooms/${room}`, html), 400);
    assertStringIncludes(headers.get("content-type") ?? "", "text/html");
  }
});

/** Sends a request without a body, and returns all of the answer. */
async function ask(url: string, head: string): Promise<string> {
  using wire = await openWire(url);
  await wire.send(`${head}\r\nConnection: close\r\n\r\n`);
  return await wire.readUntil("\u0000");
}

function assertInvalidHost(answer: string, shown: string) {
  const [status] = answer.split("\r\n", 1);
  assertEquals(status, "HTTP/1.1 400 Bad Request", shown);
  const lower = answer.toLowerCase();
  for (const header of ["content-type: application/problem+json", "access-control-allow-origin: *"]) {
    assertStringIncludes(lower, header, shown);
  }
  assertStringIncludes(answer, `"type":"/problems#invalid-host"`, shown);
}

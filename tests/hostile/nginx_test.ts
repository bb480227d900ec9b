import { assertEquals, assertStringIncludes } from "@std/assert";
import { testThatNeeds } from "@/testing/needs.ts";
import { startServer } from "@/testing/server.ts";
import { readEvents, say } from "@/testing/messages.ts";
import { connect } from "@/testing/sockets.ts";
import { answerOf, offerOf } from "@/testing/descriptions.ts";
import { setUpCall } from "./good_pair.ts";
import { missingNginx, startNginx } from "./nginx.ts";
import { openWire } from "@/testing/wire.ts";

testThatNeeds(missingNginx, {
  name: "behind nginx a connection is cut that says nothing, half of its request, or nothing more",
  async fn() {
    await using server = await startServer();
    await using nginx = await startNginx(server.url, 1);
    const said = {
      nothing: "",
      halfAHead: "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Half: ",
      halfABody: "POST /offer HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{",
      nothingMore: "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
    };
    await Promise.all(
      Object.values(said).map(async (request) => {
        using wire = await openWire(nginx.url);
        await wire.send(request);
        // Resolves once it is closed.
        await wire.readUntil("never said").catch((error) => assertEquals(error.name, "ConnectionReset"));
      }),
    );
  },
});

testThatNeeds(missingNginx, {
  name: "behind nginx all works: pages, waiting, event streams, WebSockets",
  async fn() {
    await using server = await startServer();
    await using nginx = await startNginx(server.url);
    const page = await fetch(`${nginx.url}/rooms/tea`);
    assertEquals(page.status, 200);
    assertStringIncludes(await page.text(), "</html>");
    await setUpCall(nginx.url);

    const socket = await connect(nginx, "/rooms/tea/messages?to=caller");
    socket.send(offerOf("aaaa"));
    assertEquals((await socket.next()).type, "ack");
    const stream = await fetch(`${nginx.url}/rooms/tea/messages?to=callee`, {
      headers: { accept: "text/event-stream" },
    });
    const events = readEvents(stream);
    assertStringIncludes(JSON.stringify(await events.next()), "retry");
    assertStringIncludes(JSON.stringify(await events.next()), "aaaa");
    const post = (path: string, body: unknown) =>
      fetch(`${nginx.url}/rooms/tea${path}`, { method: "POST", body: JSON.stringify(body), headers: JSON_HEADERS });
    await say({ post }, "callee", answerOf("bbbb"));
    assertEquals((await socket.next()).messages?.[0]?.type, "answer");
    await events.cancel();
    await socket.leave();
  },
});

testThatNeeds(missingNginx, {
  name: "behind nginx one address has 100 requests at once, and the next is refused",
  async fn() {
    await using server = await startServer();
    await using nginx = await startNginx(server.url);
    const gone = new AbortController();
    const ask = () =>
      fetch(`${nginx.url}/rooms/tea/offer`, { headers: { prefer: "wait=20" }, signal: gone.signal }).then(
        async ({ status, body }) => (await body?.cancel(), status),
        () => "aborted",
      );
    // All but one have to wait.
    assertEquals(await Promise.race(Array.from({ length: 101 }, ask)), 429);
    gone.abort();
  },
});

const JSON_HEADERS = { "content-type": "application/json" };

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { isInstalled } from "@/testing/program.ts";
import { testThatNeeds } from "@/testing/needs.ts";
import { type ServerProcess, startServer } from "@/testing/server.ts";
import { createKvFile } from "@/testing/stores.ts";
import { connect } from "@/testing/sockets.ts";
import { offerOf } from "@/testing/descriptions.ts";
import { setUpCall } from "./good_pair.ts";
import { openWire, type Wire } from "@/testing/wire.ts";

const missing = isInstalled("prlimit") ? undefined : "install prlimit (Debian: util-linux)";

/** A server opens some 30 before it has served anybody. */
const DESCRIPTORS = 80;

const OFFER = JSON.stringify(offerOf("aaaa"));

testThatNeeds(missing, {
  name: "a server without descriptors serves connected clients, makes room within seconds, and logs that once",
  async fn() {
    await using file = await createKvFile();
    await using server = await startServer({ KV_PATH: file.path }, { descriptors: DESCRIPTORS });
    using connected = await openWire(server.url);
    await connected.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await connected.readUntil(`{"status":"ok"}`);
    using waiting = await openWire(server.url);
    await waiting.send("GET /rooms/tea/offer HTTP/1.1\r\nHost: localhost\r\nPrefer: wait=20\r\n\r\n");
    using crowd = await fill(server);
    await connected.send(
      "POST /rooms/tea/offer HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
        `Content-Length: ${OFFER.length}\r\n\r\n${OFFER}`,
    );
    assertStringIncludes(await connected.readUntil(`"room":"tea"`), "HTTP/1.1 201");
    assertStringIncludes(await waiting.readUntil("}"), `"type":"offer"`);
    await reach(server);
    // The crowd never sends a whole request, so it had to go.
    for (const wire of crowd.wires) assertEquals(await wire.readUntil("HTTP").catch(() => ""), "");
    await setUpCall(server.url);
    assertEquals(server.lines.filter((line) => line.startsWith("Cannot accept connections")).length, 1);
    assertEquals(await server.stop(), 0);
  },
});

testThatNeeds(missing, {
  name: "a server without descriptors stops cleanly, and tells its sockets why",
  async fn() {
    await using server = await startServer({}, { descriptors: DESCRIPTORS });
    const socket = await connect({ port: Number(new URL(server.url).port) }, "/messages?to=callee");
    using _crowd = await fill(server);
    const stopped = server.stop();
    assertEquals(await socket.closed(), [1012, "shutting-down"]);
    assertEquals(await stopped, 0);
  },
});

/** Opens connections, each with half a request, until the server says that it accepts no more. */
async function fill(server: ServerProcess): Promise<Disposable & { wires: Wire[] }> {
  const wires: Wire[] = [];
  while (!server.lines.some((line) => line.endsWith("too many files are open"))) {
    assert(wires.length < DESCRIPTORS);
    try {
      const wire = await openWire(server.url);
      wires.push(wire);
      await wire.send("GET /healthz HTTP/1.1\r\nHost:");
    } catch {
      // It doesn't listen any more; what it says about that is still on its way.
      await pause(10);
    }
  }
  return { wires, [Symbol.dispose]: () => wires.forEach((wire) => wire[Symbol.dispose]()) };
}

/** Resolves once the server listens again. */
async function reach(server: ServerProcess): Promise<void> {
  const answer = await fetch(`${server.url}/healthz`).catch(() => pause(50));
  return answer === undefined ? reach(server) : await answer.body?.cancel();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

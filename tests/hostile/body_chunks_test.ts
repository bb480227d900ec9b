import { assertLess, assertStringIncludes } from "@std/assert";
import { startServer } from "@/testing/server.ts";
import { assertSetsUp, medianSetUp } from "./good_pair.ts";
import { peakResidentBytes } from "@/testing/memory.ts";
import { openWire } from "@/testing/wire.ts";

const HEAD =
  "POST /offer HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sdp\r\nTransfer-Encoding: chunked\r\n\r\n";
const CHUNK = "1\r\nx\r\n";
const END = "0\r\n\r\n";

Deno.test("100 bodies of 250 chunks of one byte take less than 400 MiB", async () => {
  await using server = await startServer({ BODY_TIMEOUT: "600" });
  await medianSetUp(server.url, 1);
  const before = await peakResidentBytes(server.pid);
  const wires = await Promise.all(Array.from({ length: 100 }, () => openWire(server.url)));
  for (const wire of wires) await wire.send(HEAD + CHUNK.repeat(250));
  // The answers say that all was read, and the peak what that took meanwhile.
  for (const wire of wires) await wire.send(END);
  for (const wire of wires) assertStringIncludes(await wire.readUntil(`"expiresAt"`), "201 Created");
  for (const wire of wires) wire[Symbol.dispose]();
  assertLess(await peakResidentBytes(server.pid) - before, 400 * 1_048_576);
});

Deno.test("a good pair sets up its call beside bodies of 60,000 chunks of one byte", async () => {
  await using server = await startServer();
  await using quiet = await startServer();
  const body = new TextEncoder().encode(HEAD + CHUNK.repeat(60_000) + END);
  const over = new AbortController();
  const attackers = Array.from({ length: 2 }, async () => {
    while (!over.signal.aborted) {
      using wire = await openWire(server.url);
      const sent = wire.send(body).catch(() => {});
      assertStringIncludes(await wire.readUntil("too-many-chunks"), "400 Bad Request");
      await sent;
    }
  });
  await assertSetsUp(server, quiet, 10).finally(() => over.abort());
  await Promise.all(attackers);
});

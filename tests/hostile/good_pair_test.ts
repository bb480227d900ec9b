import { assertLess } from "@std/assert";
import { startServer } from "@/testing/server.ts";
import { assertSetsUp } from "./good_pair.ts";
import { residentBytes } from "@/testing/memory.ts";
import { openWire } from "@/testing/wire.ts";

Deno.test("a good pair sets up its call beside an idle connection", async () => {
  await using server = await startServer();
  await using quiet = await startServer();
  using wire = await openWire(server.url);
  await wire.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await wire.readUntil(`{"status":"ok"}`);
  await assertSetsUp(server, quiet);
  assertLess(await residentBytes(server.pid), 400 * 1_048_576);
});

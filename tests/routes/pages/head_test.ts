import { assertEquals } from "@std/assert";
import { startServer } from "@/testing/server.ts";
import { openWire } from "@/testing/wire.ts";

Deno.test("HEAD of a page, a file or nothing names no length, where GET's is another than 0", async () => {
  await using server = await startServer();
  for (const [path, status] of [["/", 200], ["/rooms/tea", 200], ["/client.js", 200], ["/offer%", 400]] as const) {
    using wire = await openWire(server.url);
    await wire.send(`HEAD ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
    const [head = "", body] = (await wire.readUntil("never")).split("\r\n\r\n");
    assertEquals(head.split(" ")[1], `${status}`, head);
    assertEquals(/^content-length: 0/im.test(head), false, head);
    assertEquals(body, "", path);
  }
});

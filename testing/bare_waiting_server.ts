/** The yardstick: what Deno itself takes for requests, streams and WebSockets that it keeps open, doing nothing. */
import { createMemoryHandler } from "./memory.ts";

if (import.meta.main) {
  const held: unknown[] = [];
  const tellMemory = createMemoryHandler(() => held.length);
  const hello = new TextEncoder().encode(":hello\n\n");
  Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: ({ port }) => Deno.stderr.writeSync(new TextEncoder().encode(`http://localhost:${port}\n`)),
  }, (req) => {
    const { url, headers } = req;
    if (url.endsWith("/memory")) return tellMemory();
    if (headers.has("upgrade")) {
      const { socket, response } = Deno.upgradeWebSocket(req);
      socket.onopen = () => held.push(socket);
      return response;
    }
    if (headers.get("accept") !== "text/event-stream") return new Promise((resolve) => held.push(resolve));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        held.push(controller);
        controller.enqueue(hello);
      },
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  });
}

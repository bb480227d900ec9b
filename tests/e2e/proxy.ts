/** What a proxy does to what passes through it; by default nothing. */
export interface Manners {
  /** WebSockets pass, are refused, never get an answer, or are cut at each third message of the server. */
  upgrades: "pass" | "refuse" | "hang" | "cut";
  /** Streams of events pass, are held back until they end, or are cut at each second piece. */
  streams: "pass" | "buffer" | "cut";
  /** Requests that take longer are answered with 504, in milliseconds. */
  patienceMs: number;
  /** How much later than the server's each answer comes, in milliseconds. */
  delayMs: number;
  /** Whether each `POST` reaches the server twice. */
  duplicates: boolean;
}

/** A proxy between a browser and a server. */
export interface Proxy extends AsyncDisposable {
  readonly url: string;
}

const POLITE: Manners = {
  upgrades: "pass",
  streams: "pass",
  patienceMs: Infinity,
  delayMs: 0,
  duplicates: false,
};

/** Starts a proxy on a free port. */
export function startProxy(target: string, manners: Partial<Manners>): Proxy {
  const { upgrades, streams, patienceMs, delayMs, duplicates } = { ...POLITE, ...manners };
  const end = new AbortController();

  async function handle(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const address = target + pathname + search;
    if (request.headers.get("upgrade") !== null) {
      if (upgrades === "refuse") return new Response("No upgrades here", { status: 403 });
      if (upgrades === "hang") return await new Promise<Response>(() => {});
      return tunnel(request, address.replace(/^http/, "ws"), upgrades === "cut" ? 3 : Infinity);
    }
    const body = request.method === "POST" ? await request.arrayBuffer() : null;
    const { method } = request;
    // `fetch` would unpack what comes packed, and leave the header that says so.
    const headers = new Headers(request.headers);
    headers.set("accept-encoding", "identity");
    const patience = AbortSignal.any([end.signal, ...timeLimit(patienceMs)]);
    const send = () => fetch(address, { method, headers, body, signal: patience });
    try {
      if (duplicates && method === "POST") await (await send()).body?.cancel();
      const answer = await send();
      await pause(delayMs);
      if (!answer.headers.get("content-type")?.startsWith("text/event-stream")) {
        return new Response(answer.status === 304 ? null : await answer.arrayBuffer(), answer);
      }
      if (streams === "buffer") return new Response(await answer.arrayBuffer(), answer);
      return new Response(streams === "cut" ? answer.body!.pipeThrough(cutAfter(2)) : answer.body, answer);
    } catch {
      return new Response("The server takes too long", { status: 504 });
    }
  }

  const server = Deno.serve({ port: 0, signal: end.signal, onListen: () => {} }, handle);
  return {
    url: `http://localhost:${server.addr.port}`,
    async [Symbol.asyncDispose]() {
      end.abort();
      // Requests that hang never end by themselves.
      await Promise.race([server.finished, pause(100)]);
    },
  };
}

function tunnel(request: Request, address: string, messages: number): Response {
  const protocol = request.headers.get("sec-websocket-protocol") ?? "";
  const { socket, response } = Deno.upgradeWebSocket(request, { protocol });
  const upstream = new WebSocket(address, protocol);
  const ready = new Promise((resolve) => upstream.addEventListener("open", resolve, { once: true }));
  let left = messages;
  upstream.addEventListener("message", ({ data }) => {
    if (left-- <= 0) return socket.close();
    if (socket.readyState === WebSocket.OPEN) socket.send(data);
  });
  upstream.addEventListener("close", () => socket.readyState === WebSocket.OPEN && socket.close());
  socket.addEventListener("message", ({ data }) => ready.then(() => upstream.send(data)));
  socket.addEventListener("close", () => upstream.close());
  return response;
}

function cutAfter(pieces: number): TransformStream<Uint8Array, Uint8Array> {
  let left = pieces;
  return new TransformStream({
    transform(piece, controller) {
      if (left-- > 0) controller.enqueue(piece);
      else controller.terminate();
    },
  });
}

function timeLimit(ms: number): AbortSignal[] {
  return ms === Infinity ? [] : [AbortSignal.timeout(ms)];
}

function pause(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}

import { assertEquals } from "@std/assert";
import type { NumberedMessage, Problem } from "@/lib/protocol/mod.ts";
import { type TestApp, type TestRoom, testRoom } from "./app.ts";

/** Anything that a server sends over a socket. */
export interface Frame extends Partial<Problem> {
  id?: unknown;
  call?: string;
  next?: number;
  expiresAt?: string;
  ttlMs?: number;
  messages?: NumberedMessage[];
  reset?: true;
}

/** A client's end of a socket, which keeps what comes until it is asked for. */
export interface TestSocket {
  send(value: unknown): void;
  /** What comes next; fails where the socket is closed instead. */
  next(): Promise<Frame>;
  /** Why it was closed, once it is; fails where something came before that nobody asked for. */
  closed(): Promise<[number, string]>;
  /** Closes it, and resolves once it is. */
  leave(): Promise<void>;
}

/** Serves an app on a port of its own. */
export function listen({ app }: Pick<TestApp, "app">): AsyncDisposable & { port: number } {
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, app.handler());
  return {
    port: server.addr.port,
    async [Symbol.asyncDispose]() {
      await app.close();
      await server.shutdown();
    },
  };
}

/** Opens a socket to a path such as `/messages?to=callee`. */
export async function connect({ port }: { port: number }, path: string): Promise<TestSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, "toucan.v1");
  const frames: Frame[] = [];
  let arrived = Promise.withResolvers<void>();
  const over = Promise.withResolvers<[number, string]>();
  socket.addEventListener("message", ({ data }) => {
    frames.push(JSON.parse(data));
    arrived.resolve();
  });
  socket.addEventListener("close", ({ code, reason }) => {
    over.resolve([code, reason]);
    arrived.resolve();
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  return {
    send: (value) => socket.send(typeof value === "string" ? value : JSON.stringify(value)),
    async next() {
      while (frames.length === 0) {
        if (socket.readyState === WebSocket.CLOSED) throw new Error("The socket was closed");
        await arrived.promise;
        arrived = Promise.withResolvers();
      }
      return frames.shift()!;
    },
    async closed() {
      const end = await over.promise;
      assertEquals(frames, []);
      return end;
    },
    async leave() {
      socket.close();
      await over.promise;
    },
  };
}

/** Opens a socket to the room under test. */
export type Open = (to: "caller" | "callee", query?: string) => Promise<TestSocket>;

/** Tests what every room does over sockets, each test on a port of its own. */
export function testSocket(name: string, run: (room: TestRoom, open: Open, port: number) => Promise<void>): void {
  testRoom(name, async (room) => {
    await using server = listen(room);
    await run(room, (to, query = "") => connect(server, `${room.base}/messages?to=${to}${query}`), server.port);
  });
}

import { offerOf } from "./descriptions.ts";
import { type Memory, readMemory } from "./memory.ts";

/** The ways to wait, by what they add to a request. */
const HEADERS = {
  "long-poll": ["Prefer: wait=600"],
  "event-stream": ["Accept: text/event-stream"],
  // The key and what is asked for are of no weight here (RFC 6455, section 1.3).
  "websocket": [
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Protocol: toucan.v1",
  ],
} as const;

/** A way to wait. */
export type Way = keyof typeof HEADERS;

/** Every way to wait. */
export const WAYS = Object.keys(HEADERS) as readonly Way[];

/** Many readers of one server, each of a room of its own. */
export interface Waiters extends Disposable {
  /** Opens a call in each room. */
  answer(): Promise<Answered>;
  /** Goes away, all at once. */
  leave(): void;
}

/** How long opening the calls took, one value per room, in milliseconds. */
export interface Answered {
  /** From sending each write to its response. */
  readonly writes: number[];
  /** From that response to the reader's. */
  readonly waits: number[];
}

const OPENED_AT_ONCE = 50;
const WRITTEN_AT_ONCE = 32;
const encoder = new TextEncoder();

/** Opens readers that wait in each of these ways, as few bytes and as few requests at a time as it takes. */
export async function openWaiters(url: string, count: number, ways: readonly Way[]): Promise<Waiters> {
  const port = Number(new URL(url).port);
  const rooms = crypto.randomUUID();
  const readers: { room: string; connection: Deno.TcpConn }[] = [];
  await inParallel(OPENED_AT_ONCE, count, async (index) => {
    const room = `${rooms}-${index}`;
    const connection = await Deno.connect({ hostname: "127.0.0.1", port });
    const headers = HEADERS[ways[index % ways.length]!];
    const request = [`GET /rooms/${room}/messages?to=callee HTTP/1.1`, "Host: localhost", ...headers, "", ""];
    await connection.write(encoder.encode(request.join("\r\n")));
    readers[index] = { room, connection };
  });
  const leave = () => readers.splice(0).forEach(({ connection }) => connection.close());
  return {
    async answer() {
      const [writes, waits]: [number[], number[]] = [[], []];
      const read = readers.map(async ({ connection }) => {
        await readUntil(connection, `"seq":1`);
        return performance.now();
      });
      await inParallel(WRITTEN_AT_ONCE, count, async (index) => {
        const { room } = readers[index]!;
        const begin = performance.now();
        await post(`${url}/rooms/${room}/messages?from=caller`, offerOf("aaaa"));
        const written = performance.now();
        writes[index] = written - begin;
        waits[index] = Math.max(0, await read[index]! - written);
      });
      return { writes, waits };
    },
    leave,
    [Symbol.dispose]: leave,
  };
}

/** What a server takes once this many readers wait. */
export async function memoryOnceWaiting(url: string, count: number): Promise<Memory> {
  for (;;) {
    const memory = await readMemory(url);
    if (memory.waiting === count) return memory;
  }
}

async function inParallel(lanes: number, count: number, run: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: lanes }, async () => {
    while (next < count) await run(next++);
  }));
}

async function post(url: string, body: unknown): Promise<void> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  await answer.body?.cancel();
  if (answer.status !== 201) throw new Error(`Cannot write: ${answer.status}`);
}

async function readUntil(connection: Deno.TcpConn, wanted: string): Promise<void> {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(4_096);
  for (let text = ""; !text.includes(wanted);) {
    const length = await connection.read(buffer);
    if (length === null) throw new Error(`The connection ended: ${text}`);
    text += decoder.decode(buffer.subarray(0, length), { stream: true });
  }
}

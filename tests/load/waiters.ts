import { offerOf } from "@/tests/testing.ts";
import { type Memory, readMemory } from "./memory.ts";

/** Many readers of one server, each of a room of its own, half of them long-polls and half event streams. */
export interface Waiters extends Disposable {
  /** Opens a call in each room, and gives how long each reader waited for it from the write's acknowledgement on. */
  answer(): Promise<number[]>;
  /** Goes away, all at once. */
  leave(): void;
}

const OPENED_AT_ONCE = 50;
const WRITTEN_AT_ONCE = 32;
const encoder = new TextEncoder();

/** Opens readers, as few bytes and as few requests at a time as it takes. */
export async function openWaiters(url: string, count: number): Promise<Waiters> {
  const port = Number(new URL(url).port);
  const readers: { room: string; connection: Deno.TcpConn }[] = [];
  await inParallel(OPENED_AT_ONCE, count, async (index) => {
    const room = `room-${index}`;
    const connection = await Deno.connect({ hostname: "127.0.0.1", port });
    const header = index % 2 === 0 ? "Prefer: wait=600" : "Accept: text/event-stream";
    const request = `GET /rooms/${room}/messages?to=callee HTTP/1.1\r\nHost: localhost\r\n${header}\r\n\r\n`;
    await connection.write(encoder.encode(request));
    readers.push({ room, connection });
  });
  const leave = () => readers.splice(0).forEach(({ connection }) => connection.close());
  return {
    async answer() {
      const times: number[] = [];
      const read = readers.map(async ({ connection }) => {
        await readUntil(connection, `"seq":1`);
        return performance.now();
      });
      await inParallel(WRITTEN_AT_ONCE, count, async (index) => {
        const { room } = readers[index]!;
        await post(`${url}/rooms/${room}/messages?from=caller`, offerOf("aaaa"));
        const written = performance.now();
        times.push(Math.max(0, await read[index]! - written));
      });
      return times;
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

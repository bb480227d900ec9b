import { openWire } from "@/testing/wire.ts";

/** Does one bad thing to the server at this URL; resolves once that is over. */
export type Misdeed = (url: string) => Promise<void>;

/** How long a connection that nobody closes is held. */
export const HELD_MS = 10_000;

/** A request without a body, as text. */
export function request(line: string, ...headers: string[]): string {
  return [`${line} HTTP/1.1`, "Host: localhost", ...headers, "", ""].join("\r\n");
}

/** Sends this on a connection of its own and holds that until the server closes it, reading what comes, or for 10 s. */
export async function sendAndHold(url: string, data: string | Uint8Array): Promise<void> {
  using wire = await openWire(url);
  await wire.send(data);
  // The wire is closed under a read that still waits.
  const closed = wire.readUntil("\0").catch(() => {});
  await Promise.race([closed, pause(HELD_MS)]);
}

/** Sends this on a connection of its own and never reads what comes, for 10 s. */
export async function sendAndIgnore(url: string, ...data: (string | Uint8Array)[]): Promise<void> {
  using wire = await openWire(url);
  for (const part of data) await wire.send(part);
  await pause(HELD_MS);
}

/** Sends this on a connection of its own and waits for the first of its answer. */
export async function sendAndRead(url: string, data: string): Promise<void> {
  using wire = await openWire(url);
  await wire.send(data);
  await wire.readUntil("\r\n\r\n");
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

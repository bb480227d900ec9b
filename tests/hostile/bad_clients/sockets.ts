import { openWire, type Wire } from "@/testing/wire.ts";
import { HELD_MS, type Misdeed, pause, request } from "./misdeed.ts";

/** A text frame that isn't the last of its message, of 65,535 bytes, masked by zeros (RFC 6455, section 5.2). */
const FIRST = new Uint8Array([0x01, 0xfe, 0xff, 0xff, 0, 0, 0, 0, ...new Array(65_535).fill(0x20)]);
const NEXT = FIRST.with(0, 0x00);

/** A message of a MiB that has no end. */
export const neverFinishMessage: Misdeed = (url) => talk(url, "bad-fragments", [FIRST, ...new Array(15).fill(NEXT)]);

export const sendGarbageFrames: Misdeed = (url) =>
  talk(url, "bad-frames", [crypto.getRandomValues(new Uint8Array(1_024))]);

export const neverReadSocket: Misdeed = (url) => talk(url, "bad-crowd", []);

/**
 * Closes the connection once the handshake is answered. Where a client goes before that, Deno 2.9.6 may keep the
 * descriptor for good, whatever the program does (docs/security.md).
 */
export const vanishFromSocket: Misdeed = async (url) => {
  using _wire = await openSocket(url, `bad-${crypto.randomUUID()}`);
};

async function talk(url: string, room: string, frames: readonly Uint8Array[]): Promise<void> {
  using wire = await openSocket(url, room);
  for (const frame of frames) await wire.send(frame);
  await pause(HELD_MS);
}

async function openSocket(url: string, room: string): Promise<Wire> {
  const wire = await openWire(url);
  await wire.send(upgrade(room));
  await wire.readUntil("\r\n\r\n");
  return wire;
}

/** A WebSocket's opening handshake; the key is of no weight here (RFC 6455, section 1.3). */
function upgrade(room: string): string {
  return request(
    `GET /rooms/${room}/messages?to=callee`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Protocol: toucan.v1",
  );
}

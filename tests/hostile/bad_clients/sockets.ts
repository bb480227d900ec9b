import { openWire } from "../wire.ts";
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
 * Closes the connection before the handshake is answered. Not by a reset: where one arrives between the handshake and its
 * answer, Deno 2.9.6 keeps the descriptor for good, whatever the program does.
 */
export const vanishFromSocket: Misdeed = async (url) => {
  using wire = await openWire(url);
  await wire.send(upgrade(`bad-${crypto.randomUUID()}`));
};

async function talk(url: string, room: string, frames: readonly Uint8Array[]): Promise<void> {
  using wire = await openWire(url);
  await wire.send(upgrade(room));
  await wire.readUntil("\r\n\r\n");
  for (const frame of frames) await wire.send(frame);
  await pause(HELD_MS);
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

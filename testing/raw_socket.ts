import { openWire, type Wire } from "./wire.ts";

/** The opcodes that a message is sent under (RFC 6455, section 5.2). */
export const OPCODES = { continuation: 0, text: 1 } as const;

/** Opens a WebSocket on a bare connection, for frames that no client would send. */
export async function openRawSocket(url: string, path: string): Promise<Wire> {
  const wire = await openWire(url);
  await wire.send([
    `GET ${path} HTTP/1.1`,
    "Host: localhost",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    "Sec-WebSocket-Protocol: toucan.v1",
    "\r\n",
  ].join("\r\n"));
  await wire.readUntil("\r\n\r\n");
  return wire;
}

/** A frame that is not the last of its message, of `length` letters; `sent` of them, where it is not to be whole. */
export function openFrame(opcode: number, length: number, sent = length): Uint8Array {
  const HEADER = 14;
  const frame = new Uint8Array(HEADER + sent).fill("a".charCodeAt(0));
  const view = new DataView(frame.buffer);
  view.setUint8(0, opcode);
  // Masked, with a length of 64 bits, by a key that changes nothing.
  view.setUint8(1, 0x80 | 127);
  view.setBigUint64(2, BigInt(length));
  view.setUint32(10, 0);
  return frame;
}

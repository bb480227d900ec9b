import { connect } from "node:net";
import { openWire } from "@/testing/wire.ts";
import { type Misdeed, pause, request, sendAndHold } from "./misdeed.ts";

const OFFER = request("POST /rooms/bad-body/offer", "Content-Type: application/json").slice(0, -2);

export const sendHalfAHeader: Misdeed = (url) => sendAndHold(url, "GET /offer HTTP/1.1\r\nHost: localhost\r\nX-Half: ");

export const sendHeaderByteByByte: Misdeed = async (url) => {
  using wire = await openWire(url);
  for (const byte of request("GET /offer", "X-Slow: yes")) {
    await wire.send(byte);
    await pause(50);
  }
};

export const neverFinishBody: Misdeed = (url) => sendAndHold(url, `${OFFER}Content-Length: 1000\r\n\r\n{"type":`);

export const sendOneByteChunks: Misdeed = (url) =>
  sendAndHold(url, `${OFFER}Transfer-Encoding: chunked\r\n\r\n${"1\r\n \r\n".repeat(5_000)}`);

export const claimHugeLength: Misdeed = (url) => sendAndHold(url, `${OFFER}Content-Length: 9007199254740991\r\n\r\n{`);

/** Resets the connection under a read that waits. */
export const vanishFromWait: Misdeed = async (url) => {
  const socket = connect({ host: "127.0.0.1", port: Number(new URL(url).port) });
  const closed = new Promise<void>((resolve, reject) => {
    socket.on("close", () => resolve());
    socket.on("error", reject);
  });
  socket.write(request(`GET /rooms/bad-${crypto.randomUUID()}/offer`, "Prefer: wait=20"));
  // Whatever ends it first.
  await Promise.race([closed, pause(50)]);
  socket.resetAndDestroy();
  await closed;
};

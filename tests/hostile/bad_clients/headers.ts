import { openWire } from "@/testing/wire.ts";
import { type Misdeed, request, sendAndHold, sendAndRead } from "./misdeed.ts";

const ETAGS = Array.from({ length: 800 }, (_, index) => `"tag-${index}"`).join(", ").slice(0, 8_000);
const TYPES = Array.from({ length: 800 }, (_, index) => `a/b${index};q=0.1`).join(", ").slice(0, 8_000);
const TONGUES = Array.from({ length: 800 }, (_, index) => `x-${index};q=0.1`).join(", ").slice(0, 8_000);

export const sendHostilePrefer: Misdeed = (url) =>
  sendAndRead(url, request("GET /rooms/bad-prefer/offer", `Prefer: wait=${" ".repeat(2_000)}"`));

export const sendManyETags: Misdeed = (url) =>
  sendAndHold(url, request("GET /rooms/bad-crowd/answer", `If-None-Match: ${ETAGS}`, "Prefer: wait=20"));

export const sendLongAccept: Misdeed = (url) =>
  sendAndRead(url, request("GET /rooms/bad-accept/offer", `Accept: ${TYPES}`));

export const sendLongLanguages: Misdeed = (url) =>
  sendAndRead(url, request("GET /rooms/bad-accept", `Accept-Language: ${TONGUES}`));

export const sendMalformedEscape: Misdeed = (url) => sendAndRead(url, request("GET /rooms/%E0%A4%A/offer"));

export const sendUnknownMethod: Misdeed = (url) => sendAndRead(url, request("BREW /rooms/bad-method/offer"));

export const sendBadHost: Misdeed = async (url) => {
  using wire = await openWire(url);
  await wire.send("GET /rooms/bad-host HTTP/1.1\r\nHost: a b\r\n\r\n");
  await wire.readUntil("\r\n\r\n");
};

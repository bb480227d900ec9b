import { type Misdeed, request, sendAndHold, sendAndIgnore } from "./misdeed.ts";

/** One of a crowd that waits in one room for what never comes, and is woken by all that does. */
export const waitInCrowd: Misdeed = (url) =>
  sendAndHold(url, request("GET /rooms/bad-crowd/answer", "Prefer: wait=20"));

export const neverReadStream: Misdeed = (url) =>
  sendAndIgnore(url, request("GET /rooms/bad-crowd/messages?to=callee", "Accept: text/event-stream"));

/** Asks for a page 50 times over HTTP/2 and lets none of them be sent (RFC 9113, section 6.9.2). */
export const neverOpenWindow: Misdeed = (url) => {
  const streams = Array.from({ length: 50 }, (_, index) => frame(HEADERS, END, 2 * index + 1, GET_LEARN));
  return sendAndIgnore(url, PREFACE, frame(SETTINGS, 0, 0, NO_WINDOW), frame(SETTINGS, ACK, 0, []), ...streams);
};

const PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const HEADERS = 1;
const SETTINGS = 4;
const ACK = 1;
const END = 5;

/** SETTINGS_INITIAL_WINDOW_SIZE is 0. */
const NO_WINDOW = [0, 4, 0, 0, 0, 0];

/** The names and two of the values are in HPACK's static table (RFC 7541, appendix A). */
const GET_LEARN = [0x82, 0x86, 0x04, ...literal("/learn"), 0x01, ...literal("localhost")];

function literal(text: string): number[] {
  return [text.length, ...new TextEncoder().encode(text)];
}

/** A frame (RFC 9113, section 4.1) of fewer than 256 bytes. */
function frame(type: number, flags: number, stream: number, payload: readonly number[]): Uint8Array {
  return new Uint8Array([0, 0, payload.length, type, flags, 0, 0, stream >> 8, stream & 255, ...payload]);
}

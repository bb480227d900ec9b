import * as connections from "./connections.ts";
import * as headers from "./headers.ts";
import type { Misdeed } from "./misdeed.ts";
import * as readers from "./readers.ts";
import * as requests from "./requests.ts";
import * as sockets from "./sockets.ts";

/** A kind of client that does the server ill, and how much of it there is. */
export interface BadClient {
  readonly misdeed: Misdeed;
  /** How often a second it begins anew. */
  readonly perSecond: number;
  /** How many of them there are at most at once. */
  readonly atOnce: number;
}

/** Every kind of bad client. */
export const BAD_CLIENTS = {
  "half-sent header": { misdeed: connections.sendHalfAHeader, perSecond: 10, atOnce: 50 },
  "header byte by byte": { misdeed: connections.sendHeaderByteByByte, perSecond: 5, atOnce: 20 },
  "unfinished body": { misdeed: connections.neverFinishBody, perSecond: 5, atOnce: 30 },
  "one-byte chunks": { misdeed: connections.sendOneByteChunks, perSecond: 1, atOnce: 5 },
  "huge Content-Length": { misdeed: connections.claimHugeLength, perSecond: 5, atOnce: 20 },
  "vanishing long poll": { misdeed: connections.vanishFromWait, perSecond: 5, atOnce: 10 },
  "vanishing WebSocket": { misdeed: sockets.vanishFromSocket, perSecond: 5, atOnce: 10 },
  "hostile Prefer": { misdeed: headers.sendHostilePrefer, perSecond: 5, atOnce: 5 },
  "many ETags": { misdeed: headers.sendManyETags, perSecond: 5, atOnce: 20 },
  "long Accept": { misdeed: headers.sendLongAccept, perSecond: 5, atOnce: 5 },
  "long Accept-Language": { misdeed: headers.sendLongLanguages, perSecond: 5, atOnce: 5 },
  "malformed escape": { misdeed: headers.sendMalformedEscape, perSecond: 5, atOnce: 5 },
  "bad Host": { misdeed: headers.sendBadHost, perSecond: 5, atOnce: 5 },
  "unknown method": { misdeed: headers.sendUnknownMethod, perSecond: 5, atOnce: 5 },
  "pages": { misdeed: requests.readPage, perSecond: 50, atOnce: 100 },
  "no offer": { misdeed: requests.readNoOffer, perSecond: 20, atOnce: 100 },
  "nothing there": { misdeed: requests.readNothing, perSecond: 20, atOnce: 20 },
  "answers to nobody": { misdeed: requests.answerNobody, perSecond: 10, atOnce: 10 },
  "candidates into one room": { misdeed: requests.floodWithCandidates, perSecond: 10, atOnce: 10 },
  "replaced offers": { misdeed: requests.replaceOffer, perSecond: 1, atOnce: 2 },
  "hang-ups": { misdeed: requests.hangUp, perSecond: 10, atOnce: 10 },
  "reused key": { misdeed: requests.reuseKey, perSecond: 10, atOnce: 10 },
  "deep JSON": { misdeed: requests.postDeepJson, perSecond: 5, atOnce: 5 },
  "crowd of one room": { misdeed: readers.waitInCrowd, perSecond: 50, atOnce: 200 },
  "unread event stream": { misdeed: readers.neverReadStream, perSecond: 10, atOnce: 40 },
  "no HTTP/2 window": { misdeed: readers.neverOpenWindow, perSecond: 1, atOnce: 5 },
  "unfinished message": { misdeed: sockets.neverFinishMessage, perSecond: 2, atOnce: 10 },
  "garbage frames": { misdeed: sockets.sendGarbageFrames, perSecond: 5, atOnce: 20 },
  "unread WebSocket": { misdeed: sockets.neverReadSocket, perSecond: 5, atOnce: 20 },
} as const satisfies Record<string, BadClient>;

/** The name of a kind. */
export type Kind = keyof typeof BAD_CLIENTS;

import type { Side } from "@/lib/protocol/mod.ts";

/** Why two browsers aren't connected. */
export type Cause =
  /** The other side isn't there yet. */
  | "nobody-came"
  /** The offer expired before anyone answered. */
  | "offer-expired"
  /** The offer was gone, or someone else had answered it. */
  | "answered-too-late"
  /** Another caller took the room. */
  | "replaced"
  /** Someone cleared the room, or the server lost it. */
  | "room-cleared"
  /** The signaling server can't be reached. */
  | "server-unreachable"
  /** The signaling server responds, but with errors. */
  | "server-failing"
  /** The signaling server or the browser refused. */
  | "refused"
  /** No STUN server responds, so this side only knows its local addresses. */
  | "stun-unreachable"
  /** No TURN server responds. */
  | "turn-unreachable"
  /** A TURN server refuses. */
  | "turn-refused"
  /** Only relayed paths may be used, and no TURN server is configured. */
  | "relay-not-configured"
  /** Only relayed paths may be used, and no TURN server responds. */
  | "relay-silent"
  /** The other side's browser found no address. */
  | "no-address-there"
  /** Nothing gets out of this network over UDP. */
  | "udp-blocked"
  /** No direct path works, and neither side has a relay. */
  | "no-relay"
  /** The browsers reach each other, but a key isn't the announced one. */
  | "fingerprint-mismatch"
  /** The other side hung up or closed its page. */
  | "left"
  /** The connection was lost. */
  | "connection-lost"
  /** This browser has no WebRTC. */
  | "unsupported"
  /** The journal isn't conclusive. */
  | "unknown";

/** One piece of evidence from the journal; its name is a key of the page's words. */
export interface Evidence {
  readonly name:
    | "waited"
    | "connecting"
    | "talked"
    | "pending"
    | "in-vain-once"
    | "in-vain"
    | "server-failed"
    | "server-failed-with"
    | "server-refused"
    | "ice-server-silent"
    | "ice-server-said"
    | "own-candidates"
    | "their-candidates"
    | "own-none"
    | "their-none"
    | "only-relayed"
    | "no-turn"
    | "had-path"
    | "no-path"
    | "no-channel"
    | "detail";
  /** Values for the words' placeholders; `…Ms` is in milliseconds. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** A cause with its evidence. */
export interface Diagnosis {
  readonly cause: Cause;
  readonly role: Side;
  /** The call is over; otherwise the diagnosis may still change. */
  readonly settled: boolean;
  readonly evidence: readonly Evidence[];
}

export function evidence(name: Evidence["name"], values: Evidence["values"] = {}): Evidence {
  return { name, values };
}

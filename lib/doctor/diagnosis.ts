import type { Side } from "@/lib/protocol/mod.ts";

/** Why two browsers aren't connected. */
export type Cause =
  /** The other side hasn't come, or not yet. */
  | "nobody-came"
  /** The server has forgotten the offer before anybody answered. */
  | "offer-expired"
  /** The offer that was answered was gone, or answered by somebody else. */
  | "answered-too-late"
  /** Another caller took the room. */
  | "replaced"
  /** Somebody cleared the room, or the server lost it. */
  | "room-cleared"
  /** The signaling server can't be reached. */
  | "server-unreachable"
  /** The signaling server or the browser refused. */
  | "refused"
  /** No STUN server answers, so this side knows only its local addresses. */
  | "stun-unreachable"
  /** No TURN server answers. */
  | "turn-unreachable"
  /** A TURN server answers, and refuses. */
  | "turn-refused"
  /** Nothing gets out of this network over UDP. */
  | "udp-blocked"
  /** No direct path works, and neither side has a relay. */
  | "no-relay"
  /** The browsers reach each other, but not with the keys that were announced. */
  | "fingerprint-mismatch"
  /** The other side hung up or closed its page. */
  | "left"
  /** There was a connection, and it is lost. */
  | "connection-lost"
  /** This browser has no WebRTC. */
  | "unsupported"
  /** The journal doesn't tell. */
  | "unknown";

/** What in the journal speaks for a cause, to be put into words. */
export interface Evidence {
  readonly name:
    | "waited"
    | "connecting"
    | "talked"
    | "pending"
    | "in-vain-once"
    | "in-vain"
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
  /** What is to be filled in; those whose names end in `Ms` are milliseconds. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** One cause, and what speaks for it. */
export interface Diagnosis {
  readonly cause: Cause;
  readonly role: Side;
  /** Whether the call is over; otherwise this is how it looks so far. */
  readonly settled: boolean;
  readonly evidence: readonly Evidence[];
}

/** Writes evidence down. */
export function evidence(name: Evidence["name"], values: Evidence["values"] = {}): Evidence {
  return { name, values };
}

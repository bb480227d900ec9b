import type { Message, NumberedMessage, RefusalCode, Side } from "../protocol/mod.ts";
import type { CallState, EndReason } from "./state.ts";
import type { TransportName } from "./transports/transport.ts";

/** One thing that happened in a call, as the client did it or the peer connection told of it; nothing is guessed. */
export type Happening =
  /** The call has come to another phase. */
  | {
    readonly type: "phase";
    readonly phase: CallState["phase"];
    readonly role?: Side;
    readonly reason?: EndReason;
    readonly detail?: string;
  }
  /** This side asks the server for the other side's messages: a request, a stream or a socket begins. */
  | { readonly type: "asked"; readonly via: TransportName }
  /** The server answered that there is nothing new. */
  | { readonly type: "nothing"; readonly via: TransportName }
  /** What was asked ended without an answer: cut, silent, or refused by something on the way. */
  | { readonly type: "cut"; readonly via: TransportName; readonly detail: string }
  /** The server told what the other side had said. */
  | {
    readonly type: "heard";
    readonly via: TransportName;
    /** The call's ETag. */
    readonly call: string;
    readonly messages: readonly NumberedMessage[];
    /** These are all there are, whatever was heard before. */
    readonly reset: boolean;
  }
  /** This side says something to the server; `id` is that of its `taken` or `refused`. */
  | { readonly type: "said"; readonly via: TransportName; readonly id: number; readonly messages: readonly Message[] }
  /** The server has stored what was said. */
  | { readonly type: "taken"; readonly id: number }
  /** The server refused what was said (`id`), or what was asked for; without a code it could not be reached. */
  | { readonly type: "refused"; readonly id?: number; readonly code?: RefusalCode; readonly detail: string }
  /** From now on the server is spoken to this way. */
  | { readonly type: "transport"; readonly via: TransportName }
  /** This side hung up at the server. */
  | { readonly type: "deleted" }
  /** The browser found a candidate; `null`: it has found all. */
  | { readonly type: "gathered"; readonly candidate: RTCIceCandidateInit | null }
  /** A STUN or TURN server could not be used: `code` is STUN's (RFC 8489, section 14.8), or 701 where it can't be reached. */
  | { readonly type: "candidate-error"; readonly url: string; readonly code: number; readonly text: string }
  /** One of the peer connection's states has changed. */
  | {
    readonly type: "state";
    readonly of: "connection" | "ice" | "gathering" | "signaling";
    readonly state: string;
  }
  /** A data channel opened or closed. */
  | { readonly type: "channel"; readonly label: string; readonly state: "open" | "closed" }
  /** The pair of candidates in use. */
  | { readonly type: "path"; readonly local: PathEnd; readonly remote: PathEnd };

/** One end of the path between the peers. */
export interface PathEnd {
  readonly type: RTCIceCandidateType;
  readonly protocol: string;
  /** Missing where the browser keeps it to itself. */
  readonly address?: string;
  readonly port?: number;
  /** For a relayed candidate: how the TURN server is reached. */
  readonly relayProtocol?: string;
}

/** A happening, when it happened, and the attempt and the round of signaling it belongs to. */
export type JournalEntry = Happening & {
  /** Counts from 1 over all calls of a page. */
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Set where it belongs to a restart of ICE over the server. */
  readonly restart?: true;
};

/** Takes what happens. */
export type Note = (happening: Happening & { readonly restart?: true }) => void;

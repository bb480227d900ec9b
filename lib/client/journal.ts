import type { Message, NumberedMessage, RefusalCode, Side } from "../protocol/mod.ts";
import type { CallState, EndReason } from "./state.ts";
import type { TransportName } from "./transports/transport.ts";

/** One thing that happened in a call: what the client did, and what the peer connection reported. */
export type Happening =
  /** The call is in another phase. */
  | {
    readonly type: "phase";
    readonly phase: CallState["phase"];
    readonly role?: Side;
    readonly reason?: EndReason;
    readonly detail?: string;
  }
  /** This side asks the server for the other side's messages: a request, a stream or a socket begins. */
  | { readonly type: "asked"; readonly via: TransportName }
  /** The server responded that there is nothing new. */
  | { readonly type: "nothing"; readonly via: TransportName }
  /**
   * A request, stream or socket failed: cut, silent, or refused by something on the way. With a status the server, or
   * something on the way to it, responded with an error.
   */
  | {
    readonly type: "cut";
    readonly via: TransportName;
    readonly detail: string;
    readonly status?: number;
    readonly code?: RefusalCode;
  }
  /** The server passed on the other side's messages. */
  | {
    readonly type: "heard";
    readonly via: TransportName;
    /** The call's ETag. */
    readonly call: string;
    readonly messages: readonly NumberedMessage[];
    /** These are all messages of the call, whatever was heard before. */
    readonly reset: boolean;
  }
  /** This side sends messages to the server; `taken` or `refused` follows with the same `id`. */
  | { readonly type: "said"; readonly via: TransportName; readonly id: number; readonly messages: readonly Message[] }
  /** The server has stored the messages. */
  | { readonly type: "taken"; readonly id: number }
  /**
   * The server refused the messages with this `id`, or without one to pass on messages; without a code it was
   * unreachable.
   */
  | { readonly type: "refused"; readonly id?: number; readonly code?: RefusalCode; readonly detail: string }
  /** Another transport is used from now on. */
  | { readonly type: "transport"; readonly via: TransportName }
  /** This side hung up at the server. */
  | { readonly type: "deleted" }
  /** The browser gathered a candidate; `null`: all of them. */
  | { readonly type: "gathered"; readonly candidate: RTCIceCandidateInit | null }
  /** A STUN or TURN server failed: `code` is STUN's (RFC 8489, section 14.8), or 701 if it is unreachable. */
  | { readonly type: "candidate-error"; readonly url: string; readonly code: number; readonly text: string }
  /** A state of the peer connection changed. */
  | {
    readonly type: "state";
    readonly of: "connection" | "ice" | "gathering" | "signaling";
    readonly state: string;
  }
  /** A data channel opened or closed. */
  | { readonly type: "channel"; readonly label: string; readonly state: "open" | "closed" }
  /** The pair of candidates in use changed. */
  | { readonly type: "path"; readonly local: PathEnd; readonly remote: PathEnd };

/** One end of the path between the peers. */
export interface PathEnd {
  readonly type: RTCIceCandidateType;
  readonly protocol: string;
  /** Missing if the browser hides it. */
  readonly address?: string;
  readonly port?: number;
  /** The protocol to the TURN server, for a relayed candidate. */
  readonly relayProtocol?: string;
}

/** An entry of the journal. */
export type JournalEntry = Happening & {
  /** Counts from 1 over all calls of a page. */
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Part of an ICE restart over the server. */
  readonly restart?: true;
};

/** Adds an entry to the journal. */
export type Note = (happening: Happening & { readonly restart?: true }) => void;

import type { IceCandidate, RefusalCode, Side } from "../protocol/mod.ts";

/** Why a call is over. */
export type EndReason =
  /** This side hung up. */
  | "hung-up"
  /** The other side hung up or closed its page. */
  | "left"
  /** A second caller took the room. */
  | "replaced"
  /** The offer expired before anyone answered. */
  | "expired"
  /** ICE found no path, or the connection was lost. */
  | "failed"
  /** Answered, but not connected in time. */
  | "timeout"
  /** The signaling server is unreachable. */
  | "unreachable"
  /** The signaling server responds, but with errors. */
  | "failing"
  /** The server or the browser refused something; `detail` says what. */
  | "refused"
  /** This browser has no WebRTC. */
  | "unsupported";

/** What is known beyond the reason, for a page to put into words: the refusal, or the likely cause. */
export type EndCode =
  | RefusalCode
  /** The callee finds no path, or the caller left before it answered. */
  | "caller-left-or-no-path"
  /** The caller finds no path, or the callee left. */
  | "no-path-or-callee-left"
  /** The other side hung up, or gave up, while both looked for a path. */
  | "left-before-connected"
  /** Someone cleared the room, or the server was restarted. */
  | "room-cleared"
  /** The connection was lost and could not be restored. */
  | "lost"
  | "server-silent"
  | "server-failing";

/** An offer in the room; `expiresAt` is epoch milliseconds by this device's clock. */
interface PostedOffer {
  readonly etag: string;
  readonly expiresAt: number;
}

/** The state of a call. */
export type CallState =
  | { readonly phase: "idle" }
  /** Creating the offer, then posting it once `sdp` is set. */
  | { readonly phase: "offering"; readonly role: "caller"; readonly sdp: string | null }
  /** Offered, not answered yet. */
  | { readonly phase: "waiting"; readonly role: "caller"; readonly sdp: string; readonly offer: PostedOffer }
  /** No offer yet. */
  | {
    readonly phase: "looking";
    readonly role: "callee";
    /** The ETag of an offer in the room that someone else has answered. */
    readonly occupied: string | null;
    readonly restarts: number;
  }
  /** Creating and posting the answer to the offer with this ETag. */
  | {
    readonly phase: "answering";
    readonly role: "callee";
    readonly etag: string;
    /** The answer, once it is created. */
    readonly sdp: string | null;
    readonly restarts: number;
  }
  /** Both descriptions are known; ICE looks for a path. */
  | {
    readonly phase: "connecting";
    readonly role: Side;
    readonly etag: string;
    /** The call is gone from the server: the other side has hung up, or someone has cleared the room. */
    readonly left?: true;
  }
  /**
   * The channel `chat` is open; the server is no longer involved. A short gap without a connection may close by itself.
   */
  | { readonly phase: "open"; readonly role: Side; readonly connected: boolean }
  /** Restarting ICE, with the same channels. */
  | {
    readonly phase: "reconnecting";
    readonly role: Side;
    readonly connected: boolean;
    /** Both sides have new descriptions, and ICE looks for a path. */
    readonly settled: boolean;
    /** The network has changed since: once this restart is settled, another one has to follow. */
    readonly outdated: boolean;
  }
  | {
    readonly phase: "ended";
    readonly role: Side;
    readonly reason: EndReason;
    /** More for a person to read, in English. */
    readonly detail?: string;
    /** The same as a code, for other languages. */
    readonly code?: EndCode;
  };

/** Timers of the machine; at most one of each name runs. */
export type TimerName = "renew" | "connect" | "gap" | "answer" | "again" | "reconnect";

/** Events of a call: what the page wants, and what the effects report. */
export type CallEvent =
  | { readonly type: "start"; readonly role: Side }
  | { readonly type: "hang-up" }
  /** The page goes away. */
  | { readonly type: "close" }
  | { readonly type: "offer-made"; readonly sdp: string }
  /** Posted for the first time, or renewed. */
  | { readonly type: "offer-posted"; readonly offer: PostedOffer; readonly ttlMs: number }
  /** The server passed on what the other side said in the call with this ETag. */
  | { readonly type: "offer" | "answer"; readonly call: string; readonly sdp: string }
  | { readonly type: "candidate"; readonly call: string; readonly candidate: IceCandidate }
  /** The server has nothing more to pass on, since the call is over there; `at` is epoch milliseconds. */
  | { readonly type: "over"; readonly code: RefusalCode | undefined; readonly detail: string; readonly at: number }
  | { readonly type: "answer-made"; readonly sdp: string }
  | { readonly type: "answer-posted" }
  | { readonly type: "timer"; readonly name: TimerName }
  | { readonly type: "connection"; readonly state: RTCPeerConnectionState }
  /** The device is online again, or on another network. */
  | { readonly type: "network-changed" }
  /** The network may have changed: the other side has to show that it is still there. */
  | { readonly type: "path-doubted" }
  /** The other side is still there. */
  | { readonly type: "path-alive" }
  /** Both sides have new descriptions, whichever began the restart. */
  | { readonly type: "restarted" }
  /** The other side can't restart ICE. */
  | { readonly type: "restart-impossible" }
  | { readonly type: "channel-open" }
  | { readonly type: "channel-closed" }
  /** The other side hung up. */
  | { readonly type: "bye" }
  /** The server refused a message; `at` is epoch milliseconds. */
  | { readonly type: "refused"; readonly code: RefusalCode | undefined; readonly detail: string; readonly at: number }
  /** The server didn't respond, or, with a status, responded with errors. */
  | {
    readonly type: "unreachable";
    readonly detail: string;
    readonly status?: number;
    readonly code?: RefusalCode;
  }
  | { readonly type: "unsupported" }
  /** The browser refused, or an effect failed otherwise. */
  | { readonly type: "fault"; readonly detail: string };

/** Effects of the machine. An attempt is one RTCPeerConnection and everything around it. */
export type Effect =
  | { readonly do: "begin"; readonly role: Side }
  | { readonly do: "make-offer" }
  | { readonly do: "post-offer"; readonly sdp: string; readonly renews?: string }
  | { readonly do: "apply-answer"; readonly sdp: string }
  /** Hears what the other side says in the call with this ETag, or with `""` in the call that is there. */
  | { readonly do: "hear"; readonly call: string }
  | { readonly do: "make-answer"; readonly sdp: string }
  | { readonly do: "post-answer"; readonly sdp: string; readonly etag: string }
  /** This side's description is said: its candidates may follow. */
  | { readonly do: "send-candidates"; readonly sdp: string; readonly call: string }
  | { readonly do: "add-candidate"; readonly candidate: IceCandidate }
  /** Restarts ICE, over the channel to the other side or over the server; replaces a restart under way. */
  | { readonly do: "restart"; readonly over: "channel" | "server" }
  /** Asks the other side over the channel whether it is there. */
  | { readonly do: "probe" }
  | { readonly do: "set-timer"; readonly name: TimerName; readonly ms: number }
  | { readonly do: "clear-timer"; readonly name: TimerName }
  | { readonly do: "stop-signaling" }
  | { readonly do: "delete-room"; readonly etag?: string }
  /**
   * Ends the attempt. With `bye` it tells the other side first: `"flushed"` waits until that has arrived, `"now"`
   * doesn't.
   */
  | { readonly do: "release"; readonly bye?: "flushed" | "now" };

/** The next state, and the effects to perform in this order. */
export type Step = readonly [CallState, readonly Effect[]];

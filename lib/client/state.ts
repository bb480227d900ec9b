import type { IceCandidate, RefusalCode, Side } from "../protocol/mod.ts";

/** Why a call is over. */
export type EndReason =
  /** This side hung up. */
  | "hung-up"
  /** The other side hung up or closed its page. */
  | "left"
  /** A second caller took the room. */
  | "replaced"
  /** The offer expired before anybody answered. */
  | "expired"
  /** ICE found no path, or the connection was lost. */
  | "failed"
  /** Answered, but no connection came about in time. */
  | "timeout"
  /** The signaling server can't be reached. */
  | "unreachable"
  /** The server or the browser refused; `detail` says what. */
  | "refused"
  /** This browser has no WebRTC. */
  | "unsupported";

/** What there is to say beside the reason, for a page to put into words: what the server refused, or what is supposed. */
export type EndCode =
  | RefusalCode
  /** The callee finds no path: the caller may have left before it answered. */
  | "caller-left-or-no-path"
  /** The caller finds no path, or the callee left. */
  | "no-path-or-callee-left"
  /** The other side hung up, or gave up, while both looked for a path. */
  | "left-before-connected"
  /** Somebody cleared the room, or the server started afresh. */
  | "room-cleared"
  /** The connection was lost and could not be made anew. */
  | "lost"
  | "server-silent";

/** An offer that lies in the room; `expiresAt` is epoch milliseconds by this machine's clock. */
export interface PostedOffer {
  readonly etag: string;
  readonly expiresAt: number;
}

/** Where a call stands, and what it has to remember there. */
export type CallState =
  | { readonly phase: "idle" }
  /** Making the offer, and posting it once `sdp` is there. */
  | { readonly phase: "offering"; readonly role: "caller"; readonly sdp: string | null }
  /** Offered; nobody has answered yet. */
  | { readonly phase: "waiting"; readonly role: "caller"; readonly sdp: string; readonly offer: PostedOffer }
  /** No offer yet. */
  | {
    readonly phase: "looking";
    readonly role: "callee";
    /** The ETag of an offer in the room that someone else has answered. */
    readonly occupied: string | null;
    readonly restarts: number;
  }
  /** Making and posting the answer to the offer that `etag` names. */
  | {
    readonly phase: "answering";
    readonly role: "callee";
    readonly etag: string;
    /** The answer, once it is made. */
    readonly sdp: string | null;
    readonly restarts: number;
  }
  /** Both descriptions are known; ICE looks for a path. */
  | {
    readonly phase: "connecting";
    readonly role: Side;
    readonly etag: string;
    /** The other side has hung up, unless somebody else has cleared the room. */
    readonly left?: true;
  }
  /** The channel `chat` is open; the server is out of it. Without a connection a short gap is given a chance. */
  | { readonly phase: "open"; readonly role: Side; readonly connected: boolean }
  /** ICE starts afresh, on the same channels. */
  | {
    readonly phase: "reconnecting";
    readonly role: Side;
    readonly connected: boolean;
    /** Both sides have agreed on the restart, and it looks for a path. */
    readonly settled: boolean;
    /** The network has changed since: once this restart is settled there has to be another. */
    readonly outdated: boolean;
  }
  | {
    readonly phase: "ended";
    readonly role: Side;
    readonly reason: EndReason;
    /** What a person should read beside the reason, in English. */
    readonly detail?: string;
    /** The same for other languages, where it is known beforehand. */
    readonly code?: EndCode;
  };

/** Timers the machine asks for, one of each name at a time. */
export type TimerName = "renew" | "connect" | "gap" | "answer" | "again" | "reconnect";

/** What happens to a call: the page's wishes, and what its effects report. */
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
  /** The machine is on a network again, or on another one. */
  | { readonly type: "network-changed" }
  /** Something may have happened to the network: worth asking the other side whether it is still there. */
  | { readonly type: "path-doubted" }
  /** The other side has answered that. */
  | { readonly type: "path-alive" }
  /** Both sides have described themselves for a restart of ICE, whichever began it. */
  | { readonly type: "restarted" }
  /** The other side is none that could restart ICE. */
  | { readonly type: "restart-impossible" }
  | { readonly type: "channel-open" }
  | { readonly type: "channel-closed" }
  /** The other side said that it hangs up. */
  | { readonly type: "bye" }
  /** The server refused a message; `at` is epoch milliseconds. */
  | { readonly type: "refused"; readonly code: RefusalCode | undefined; readonly detail: string; readonly at: number }
  | { readonly type: "unreachable"; readonly detail: string }
  | { readonly type: "unsupported" }
  /** The browser refused, or an effect failed otherwise. */
  | { readonly type: "fault"; readonly detail: string };

/** What the machine wants done. An attempt is one RTCPeerConnection and everything around it. */
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
  /** Starts ICE afresh, in place of a restart that is under way, over the channel to the other side or over the server. */
  | { readonly do: "restart"; readonly over: "channel" | "server" }
  /** Asks the other side, over the channel, whether it is there. */
  | { readonly do: "probe" }
  | { readonly do: "set-timer"; readonly name: TimerName; readonly ms: number }
  | { readonly do: "clear-timer"; readonly name: TimerName }
  | { readonly do: "stop-signaling" }
  | { readonly do: "delete-room"; readonly etag?: string }
  /** Ends the attempt. `bye` says so to the other side first: `"flushed"` lets what was sent arrive, `"now"` doesn't wait. */
  | { readonly do: "release"; readonly bye?: "flushed" | "now" };

/** A new state and what to do about it, in this order. */
export type Step = readonly [CallState, readonly Effect[]];

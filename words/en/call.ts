/** What a person is told about a call: what is so, and what to do about it. */
export const call = {
  label: "Call",
  roles: {
    label: "Start a call",
    caller: "Opens the call and waits for the other side.",
    callee: "Answers the call. You may also come first and wait.",
  },
  hangUp: "Hang up",
  figure: { server: "server", me: "you", them: "other side" },
  phases: {
    idle: {
      title: "Ready when you are",
      next: "One of you starts as caller, the other as callee. It does not matter who comes first.",
    },
    offering: {
      title: "Opening the call",
      next: "Your browser is preparing an offer and leaving it with the server.",
    },
    waiting: {
      title: "Waiting for the other side",
      next: "Your call is open. Ask the other person to open this page and press Start callee.",
    },
    looking: {
      title: "Waiting for a caller",
      next: "Nobody calls here yet. Ask the other person to open this page and press Start caller.",
    },
    answering: {
      title: "Somebody is calling",
      next: "Your browser is answering.",
    },
    connecting: {
      title: "Connecting",
      next: "You have found each other. The two browsers are now trying out ways to reach one another.",
    },
    open: {
      title: "Connected",
      next: "You are talking directly. The server has no part in it any more.",
    },
    reconnecting: {
      title: "Reconnecting",
      next: "The connection was lost or has changed. What you write now arrives as soon as there is a way again.",
    },
  },
  /** Before a call, where the page knows which side somebody will want to be. */
  suggested: {
    caller: {
      title: "Ready when you are",
      next: "Send the other person the invitation, then press Start caller. The call waits for them.",
    },
    callee: {
      title: "You are invited",
      next: "Press Start callee, and you are through as soon as the other side calls.",
    },
  },
  occupied: {
    title: "This room is taken",
    next: "The caller here talks with somebody else. Stay, and the next call is yours, or agree on another room.",
  },
  ends: {
    "hung-up": {
      title: "You ended the call",
      next: "To talk again, both of you start once more.",
    },
    "left": {
      title: "The other side left",
      next: "They hung up or closed their page. To talk again, both of you start once more.",
    },
    "replaced": {
      title: "Another caller took this room",
      next: "A room holds one call at a time. Start as callee to answer the new caller, or agree on another room.",
    },
    "expired": {
      title: "Nobody answered in time",
      next: "A call stays open for some minutes only. Start again when the other person is there.",
    },
    "failed": {
      title: "The connection failed",
      next:
        "The two browsers found no way to each other, or lost it. Start again, both of you; if it fails again, try another network: some let no direct connections through.",
    },
    "timeout": {
      title: "The connection took too long",
      next:
        "You had found each other, but no way between you opened in time. Start again, both of you; if it happens again, try another network.",
    },
    "unreachable": {
      title: "The server cannot be reached",
      next: "Check that you are online, then start again.",
    },
    "refused": {
      title: "The call was refused",
      next: "The reason is below. Start again, or try another room.",
    },
    "unsupported": {
      title: "This browser cannot call",
      next: "It has no WebRTC, or WebRTC is switched off. Try a current Firefox, Chrome, Edge or Safari.",
    },
  },
  /** Beside the reason of an end. */
  details: {
    "caller-left-or-no-path":
      "The caller may have left before you answered, or no network path connects the two of you.",
    "no-path-or-callee-left": "No network path connects the two of you, or the other side left.",
    "room-cleared": "Somebody cleared the room, or the server started afresh.",
    "left-before-connected": "There was no connection yet: perhaps they gave up looking for one.",
    "lost": "The connection was lost.",
    "server-silent": "The signaling server does not answer.",
    "answer-taken": "Somebody else has answered this call.",
    "offer-replaced": "The call that was answered is no longer the open one.",
    "call-ended": "The call is over for the server: somebody hung up, or nobody wrote for too long.",
    "expired": "The call has expired at the server.",
    "too-large": "Your browser's description is larger than the server takes.",
    "busy": "Too many are writing to this room at once.",
    "too-many-waiting": "Too many are waiting at the server at once.",
    "full": "The server's storage is full.",
    "unavailable": "The server cannot reach its database.",
    "fault": "The server failed.",
  },
  transports: {
    "websocket": "Signaling over a WebSocket",
    "event-stream": "Signaling over a stream of events",
    "long-poll": "Signaling by long requests: something on the way stops what is faster",
    "short-poll": "Signaling once a second: something on the way cuts long requests off",
  },
};

/** The states of a call, each with what to do next. */
export const call = {
  label: "Call",
  roles: {
    label: "Start a call",
    caller: "Opens the call and waits for the other side.",
    callee: "Answers the call. You can also come first and wait.",
    join: "Join the chat",
    guest: "You join as callee: you answer when the other side calls.",
    either: "If the other side is here, you're connected at once. If not, this page waits for them.",
  },
  hangUp: "Hang up",
  /** How the two sides are connected. */
  ways: { direct: "Direct", relayed: "Through a relay" },
  details: {
    open: "Details",
    close: "Close",
    leave: "Back to the page",
    copy: "Copy the conversation",
    copied: "Copied",
    save: "Save it as text",
    language: "Language",
  },
  /** Told to a person who looks at another tab. */
  attention: {
    came: "The other side is here.",
    wrote: "You have a new message.",
    file: "The other side wants to send you a file.",
    left: "The call has ended.",
    sound: "Play a sound when something happens in another tab",
    notifications: "Show notifications",
  },
  figure: { server: "server", me: "you", them: "other side" },
  phases: {
    idle: {
      title: "Ready when you are",
      next: "One of you starts as caller, the other as callee. It doesn't matter who goes first.",
    },
    offering: {
      title: "Opening the call",
      next: "Your browser is creating an offer and sending it to the server.",
    },
    waiting: {
      title: "Waiting for the other side",
      next: "Your call is open. Ask the other person to open this page and press Start callee.",
    },
    looking: {
      title: "Waiting for a caller",
      next: "No one is calling yet. Ask the other person to open this page and press Start caller.",
    },
    answering: {
      title: "Someone is calling",
      next: "Your browser is answering.",
    },
    connecting: {
      title: "Connecting",
      next: "You've found each other. Your browsers are now looking for a way to connect.",
    },
    open: {
      title: "Connected",
      next: "The server is no longer involved.",
    },
    reconnecting: {
      title: "Reconnecting",
      next: "The connection was lost or has changed. What you write now arrives once you're connected again.",
    },
  },
  /** Before a call, when the page suggests a side. */
  suggested: {
    either: {
      title: "Ready when you are",
      next: "Send the other person the invitation, and join.",
    },
    callee: {
      title: "You're invited",
      next: "Press the button, and the two of you chat, with no server in between.",
    },
  },
  /** While someone waits in a room, where one click is enough. */
  inRoom: {
    waiting: {
      title: "Waiting for the other side",
      next: "Send the invitation. You're connected as soon as they join; leave this page open.",
    },
    looking: {
      title: "Waiting for the other side",
      next: "They aren't here yet. You're connected as soon as they join; leave this page open.",
    },
  },
  occupied: {
    title: "This room is taken",
    next: "The caller is talking to someone else. Stay to answer the next call, or agree on another room.",
  },
  ends: {
    "hung-up": {
      title: "You ended the call",
      next: "To talk again, both of you need to start again.",
    },
    "left": {
      title: "The other side left",
      next: "They hung up or closed their page. To talk again, both of you need to start again.",
    },
    "replaced": {
      title: "Another caller took this room",
      next: "A room holds one call at a time. Start as callee to answer the new caller, or agree on another room.",
    },
    "expired": {
      title: "No one answered in time",
      next: "A call stays open for only a few minutes. Start again when the other person is there.",
    },
    "failed": {
      title: "The connection failed",
      next:
        "Your browsers found no way to reach each other, or lost it. Both of you need to start again. If it keeps failing, try another network: some block direct connections.",
    },
    "timeout": {
      title: "The connection took too long",
      next:
        "You found each other, but couldn't connect in time. Both of you need to start again. If it happens again, try another network.",
    },
    "unreachable": {
      title: "The server can't be reached",
      next: "Check that you're online, then start again.",
    },
    "failing": {
      title: "The server has a problem",
      next: "It responds, but with errors. Nothing is wrong on your side: start again in a minute.",
    },
    "refused": {
      title: "The call was refused",
      next: "The reason is below. Start again, or try another room.",
    },
    "unsupported": {
      title: "This browser can't make calls",
      next: "It has no WebRTC, or WebRTC is turned off. Try a current Firefox, Chrome, Edge or Safari.",
    },
  },
  /** While the server is away. */
  server: {
    silent: "The server doesn't answer. Trying again …",
    failing: "The server responds with errors. Trying again …",
  },
  /** More about why a call ended. */
  causes: {
    "caller-left-or-no-path": "The caller may have left before you answered, or there is no network path between you.",
    "no-path-or-callee-left": "There is no network path between you, or the other side left.",
    "room-cleared": "Someone cleared the room, or the server restarted.",
    "left-before-connected": "You weren't connected yet: they may have given up waiting.",
    "lost": "The connection was lost.",
    "server-silent": "The signaling server isn't responding.",
    "server-failing": "The signaling server responds with errors.",
    "answer-taken": "Someone else answered this call.",
    "offer-replaced": "The call you answered is no longer open.",
    "call-ended": "The server ended the call: someone hung up, or it was idle for too long.",
    "expired": "The call expired on the server.",
    "too-large": "Your browser's session description is larger than the server accepts.",
    "busy": "Too many clients are writing to this room at once.",
    "too-many-waiting": "Too many requests are waiting on the server.",
    "full": "The server's storage is full.",
    "overloaded": "The server has too much to do.",
    "unavailable": "The server can't reach its database.",
    "fault": "The server failed.",
  },
  transports: {
    "websocket": "Signaling over a WebSocket",
    "event-stream": "Signaling over an event stream",
    "long-poll": "Signaling by long polling: something on the way blocks faster ways",
    "short-poll": "Signaling once a second: something on the way cuts off long requests",
  },
};

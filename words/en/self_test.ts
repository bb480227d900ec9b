/** The self-test: what this browser and its network can do. */
export const selfTest = {
  title: "Your network",
  hint: "Tests what your browser and network can do. Takes about ten seconds; nothing is stored.",
  start: "Test this network",
  again: "Test again",
  stop: "Stop",
  running: "Testing …",
  stopped: "Stopped.",
  rows: {
    http: "Signaling server",
    socket: "WebSocket to it",
    own: "Your addresses",
    local: "Call within this page",
    relayed: "The same over a relay",
  },
  states: {
    running: "…",
    reached: "responds, {time}",
    unreached: "doesn't respond",
    socketReached: "gets through, {time}",
    socketUnreached: "doesn't get through; slower ways are used",
    own: "{count} found",
    ownNone: "none found",
    stun: "responded, {time}",
    stunSame: "responded",
    turn: "provides a relay, {time}",
    refused: "refused: {code} {text}",
    silent: "doesn't respond",
    connected: "open after {time}, a message takes {echo} there and back",
    failed: "fails",
    noTurn: "no relay configured",
  },
  verdicts: {
    "everywhere": {
      title: "You can call almost anyone from here",
      text: "Directly where possible, over the relay everywhere else.",
    },
    "mostly": {
      title: "You can call most people from here",
      text:
        "You can be reached from outside. If the other side's network is strict, there is no relay to fall back on.",
    },
    "relayed-only": {
      title: "You can call from here, but only over the relay",
      text: "Direct connections don't get through. The relay does.",
    },
    "nearby-only": {
      title: "You can only call within your own network",
      text: "Your browser can connect, but doesn't know its public address, so no one outside can reach it.",
    },
    "nothing": {
      title: "Calls don't work from here",
      text: "Not even this page could connect to itself: a setting, an extension or a VPN blocks WebRTC.",
    },
    "unsupported": {
      title: "This browser can't make calls",
      text: "It has no WebRTC, or WebRTC is turned off.",
    },
  },
  noServer: "The signaling server didn't respond, and without it no one can find you.",
};

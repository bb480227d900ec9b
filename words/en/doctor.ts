/** The doctor: why two browsers aren't connected, what speaks for it, and what to try. */
export const doctor = {
  settled: "What went wrong",
  soFar: "What is holding it up",
  evidence: "What shows it",
  tries: "What to try",
  causes: {
    "nobody-came": {
      title: "The other side is not there yet",
      meaning: "All is well on this side. The call can begin as soon as the other person has come.",
      tries: [
        "Make sure that both of you have opened the same address, letter by letter.",
        "One of you presses Start caller, the other Start callee: two callers or two callees never meet.",
        "Keep this page open until the other person is there.",
      ],
    },
    "offer-expired": {
      title: "Your call expired before anybody answered",
      meaning:
        "A call lies with the server for some minutes, and this page keeps renewing it. That was interrupted: the computer slept, or it was offline.",
      tries: [
        "Start again when the other person is there.",
        "Keep the page in front and the computer awake while you wait.",
      ],
    },
    "answered-too-late": {
      title: "Your answer came too late",
      meaning:
        "By the time it reached the server, the call was gone: the caller hung up, called anew, or somebody else was faster.",
      tries: [
        "Stay: this page answers the next call by itself.",
        "Ask the caller to start again. If a third person is around, agree on a room of your own.",
      ],
    },
    "replaced": {
      title: "Another caller took this room",
      meaning: "A room holds one call at a time, and somebody has started as caller after you.",
      tries: [
        "If that was the other person: one of you has to start as callee.",
        "If it was a stranger, agree on a room with a name that only you two know.",
      ],
    },
    "room-cleared": {
      title: "The server has forgotten your call",
      meaning: "Somebody cleared the room, or the server was started afresh.",
      tries: ["Start again. The other person need not do anything."],
    },
    "server-unreachable": {
      title: "The server that introduces you cannot be reached",
      meaning:
        "Before you are connected, the two of you have to exchange a few notes by way of the server. It does not answer.",
      tries: [
        "See whether you are online: does another website open?",
        "Start again in a minute: the server may be starting afresh.",
        "If only this site fails, a company's proxy or an extension of the browser may be blocking it.",
      ],
    },
    "refused": {
      title: "The call was refused",
      meaning: "The server or the browser does not take part. What it said is below.",
      tries: ["Start again, or try another room.", "If it happens again, show the reason to whoever runs this server."],
    },
    "stun-unreachable": {
      title: "Your browser cannot find out its public address",
      meaning:
        "To be reached from outside your network, it asks a helper on the internet (a STUN server) where it is seen. That one did not answer, so only people in your own network can reach you.",
      tries: [
        "Try another network: a phone's hotspot instead of the company's or the hotel's Wi-Fi.",
        "Switch off a VPN or a firewall for a moment and start again.",
        "Whoever runs this server: check the addresses in ICE_SERVERS.",
      ],
    },
    "turn-unreachable": {
      title: "The relay cannot be reached",
      meaning:
        "No direct way between the two of you works, and the relay (a TURN server) that could stand in does not answer.",
      tries: [
        "Try another network: a phone's hotspot instead of the company's or the hotel's Wi-Fi.",
        "Whoever runs this server: see whether the relay is up, and offer it over TCP on port 443 as well (turns:…?transport=tcp).",
      ],
    },
    "turn-refused": {
      title: "The relay turned you away",
      meaning:
        "No direct way between the two of you works, and the relay (a TURN server) that could stand in does not accept this page's password.",
      tries: [
        "Reload the page and start again: a password may have run out.",
        "Whoever runs this server: compare the user name and the password in ICE_SERVERS with those of the relay.",
      ],
    },
    "udp-blocked": {
      title: "Your network blocks direct connections",
      meaning:
        "Calls need packets of a kind (UDP) that your network, a VPN or a setting of the browser does not let through.",
      tries: [
        "Try another network: a phone's hotspot lets calls through most of the time.",
        "Switch off a VPN, or the browser's or an extension's WebRTC protection, and start again.",
        "Whoever runs this server: a relay over TCP on port 443 (turns:…?transport=tcp) gets through almost everywhere.",
      ],
    },
    "no-relay": {
      title: "There is no direct way between the two of you",
      meaning:
        "Both browsers tried each other's addresses, and nothing came through: often a router or firewall lets nobody in. A relay could stand in, but there is none.",
      tries: [
        "One of you tries another network, such as a phone's hotspot; or both of you the same one.",
        "Switch off a VPN on either side and start again.",
        "Whoever runs this server: add a relay (a TURN server) to ICE_SERVERS.",
      ],
    },
    "fingerprint-mismatch": {
      title: "Somebody else seems to be at the other end",
      meaning:
        "The browsers reached each other, but the other end could not show the key that was announced for it. Something on the way has changed the announcement, or listens in. Nothing you wrote was sent.",
      tries: [
        "Start again, in a room of another name.",
        "If it happens again, use another network, and tell whoever runs this server.",
      ],
    },
    "left": {
      title: "The other side left",
      meaning: "They hung up or closed their page. There is nothing wrong with your connection.",
      tries: ["To talk again, both of you start once more."],
    },
    "connection-lost": {
      title: "The connection was lost",
      meaning:
        "You were connected, and then nothing came through any more: one of you is offline, asleep, or on another network.",
      tries: [
        "See whether both of you are online.",
        "While this page is trying, wait: what you have written arrives later. Otherwise start again, both of you.",
      ],
    },
    "unsupported": {
      title: "This browser cannot call",
      meaning: "It has no WebRTC, or WebRTC is switched off in its settings or by an extension.",
      tries: ["Try a current Firefox, Chrome, Edge or Safari.", "Look for WebRTC in the settings of your extensions."],
    },
    "unknown": {
      title: "The reason cannot be told from here",
      meaning: "What this page has seen fits more than one cause. It is below, and in the diagram of the call.",
      tries: [
        "Start again, both of you; one of you may just have left.",
        "Test both networks, each with the button below.",
      ],
    },
  },
  shows: {
    "waited": "It has been waiting for {time}.",
    "connecting": "The browsers looked for a way for {time}.",
    "talked": "You were connected for {time}.",
    "pending": "The last message to the server has been on its way for {time}.",
    "in-vain": "The server was tried in vain; attempts: {count}.",
    "server-refused": "The server said: {detail} ({code})",
    "ice-server-silent": "{url} does not answer.",
    "ice-server-said": "{url} answered {code} {text}",
    "own-candidates": "Your browser found addresses: local {local}, public {public}, relayed {relayed}.",
    "their-candidates": "The other side told of addresses: local {local}, public {public}, relayed {relayed}.",
    "own-none": "Your browser found no address at all.",
    "their-none": "The other side has told of no address.",
    "only-relayed": "This page was told to use relays only.",
    "no-turn": "This server names no relay (TURN server).",
    "had-path": "ICE found a way: the browsers reached each other.",
    "no-path": "No packet comes through between the browsers.",
    "no-channel": "The encrypted channel was never open.",
    "detail": "{detail}",
  },
  test: {
    title: "Your network",
    hint: "Tries what your browser and your network can do: about ten seconds, nothing is stored.",
    start: "Test this network",
    again: "Test again",
    stop: "Stop",
    running: "Testing …",
    stopped: "Stopped.",
    rows: {
      http: "Signaling server",
      socket: "WebSocket to it",
      own: "Own addresses",
      local: "Call within this page",
      relayed: "The same over a relay",
    },
    states: {
      running: "…",
      reached: "answers, {time}",
      unreached: "does not answer",
      socketReached: "gets through, {time}",
      socketUnreached: "does not get through; slower ways stand in",
      own: "{count} found",
      ownNone: "none found",
      stun: "answered, {time}",
      stunSame: "answered",
      turn: "gave a relay, {time}",
      refused: "refused: {code} {text}",
      silent: "does not answer",
      connected: "open after {time}, a message there and back {echo}",
      failed: "does not come about",
      noTurn: "no relay is configured",
    },
    verdicts: {
      "everywhere": {
        title: "Calls work from here, with nearly everybody",
        text: "Directly where that is possible, and over the relay everywhere else.",
      },
      "mostly": {
        title: "Calls work from here, with most people",
        text:
          "You can be reached from outside. Where the other side's network is strict, there is no relay to fall back on.",
      },
      "relayed-only": {
        title: "Calls work from here, but only over the relay",
        text: "Direct connections do not get through. The relay does.",
      },
      "nearby-only": {
        title: "Calls work within your own network only",
        text: "Your browser connects, but nobody outside can see where you are.",
      },
      "nothing": {
        title: "Calls do not work from here",
        text: "Not even this page could connect to itself: WebRTC is blocked by a setting, an extension or a VPN.",
      },
      "unsupported": {
        title: "This browser cannot call",
        text: "It has no WebRTC, or WebRTC is switched off.",
      },
    },
    noServer: "The signaling server did not answer, and without it nobody finds you.",
  },
};

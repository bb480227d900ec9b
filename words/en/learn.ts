/** The page that explains signaling, with a recorded call to walk through. */
export const learn = {
  title: "What is signaling?",
  lead:
    "Two browsers can talk directly. But first, each has to know how to reach the other and what it supports. Passing that on is signaling.",
  contents: "On this page",
  sections: {
    what: {
      heading: "What it is",
      paragraphs: [
        "Signaling is an exchange of a few notes before two programs connect. The caller writes an offer: this is what I can do, and this is where you may reach me. The callee writes an answer. Both add addresses as they find them.",
        "Once the notes have arrived, signaling is done. The call itself takes another path.",
      ],
    },
    why: {
      heading: "Why it is needed",
      paragraphs: [
        "A browser has no phone number. Its address changes, and it is usually behind a router (NAT) that lets nothing in unless something was sent out to the same place before.",
        "So both sides have to send to each other at the same time, each to an address of the other that works, with matching keys. They need to agree on all that first, and the connection to do so doesn't exist yet. Someone they can both reach has to pass along the notes.",
      ],
    },
    not: {
      heading: "What it is not",
      points: [
        "Not part of WebRTC. The standards define what is in the notes, and leave it to you how to deliver them (RFC 9429, section 1.1).",
        "Not the path of your messages. Chat, files, audio and video go directly, or through a TURN relay that can't read them.",
        "Not STUN or TURN. A STUN server tells a browser its public address; a TURN server forwards packets. Neither introduces the two sides.",
        "Not encryption, but encryption relies on it. The notes carry the fingerprints of both sides' certificates. Anyone who can alter the notes can intercept the call.",
      ],
    },
    carry: {
      heading: "What can carry it",
      intro:
        "Anything that gets a few kilobytes of text each way: two text messages or a sheet of paper would do. Servers use these:",
      ways: {
        "websocket": {
          name: "WebSocket",
          text: "One connection, open in both directions. A note arrives as soon as it is sent. Some proxies block it.",
        },
        "event-stream": {
          name: "Event stream",
          text:
            "One long response to one request (server-sent events). New notes arrive at once; this side sends its own in separate requests. Some proxies hold the stream back.",
        },
        "long-poll": {
          name: "Long poll",
          text:
            "A request that the server responds to once there is something new; then comes the next request. Almost everything lets this through.",
        },
        "short-poll": {
          name: "Short poll",
          text: "One request a second: anything new? Slow and wasteful, but it works wherever pages load.",
        },
      },
      outro:
        "toucan tries these four in this order and stays with the first that works. The notes are the same each time.",
    },
    exchanged: {
      heading: "What is exchanged",
      intro: "Three kinds of notes are enough. These are from the call below.",
      masked: "In this recording, names stand in for addresses and keys.",
      notes: {
        offer: {
          name: "Offer",
          text:
            "The caller's session description: what it wants to exchange, its credentials for trying paths (ICE), and the fingerprint of its certificate.",
        },
        answer: {
          name: "Answer",
          text:
            "The callee's session description: the same for its side, and what it accepts of the offer. Each offer gets exactly one answer.",
        },
        candidate: {
          name: "ICE candidate",
          text:
            "An address and port where a side may be reachable. There are several. They are part of a description, or follow one by one, which is called trickle.",
        },
      },
      look: "Look inside: {name}",
    },
    flow: {
      heading: "A real call, step by step",
      intro:
        "This is what the caller's page recorded during a call between two Chromium windows on one machine. Nothing is made up: each line is something that happened in the page, with its time.",
      count: "Step {step} of {steps}",
      overview: "The whole call",
      overviewText: "{steps} steps in {time}. Go through them one by one.",
      previous: "Previous",
      next: "Next",
      countLast: "Step {step} of {steps}: the last",
      whole: "See the whole call",
      play: "Play",
      pause: "Pause",
      look: "Look inside",
      controls: "Walk through the call",
      all: "All steps in words",
      failed: "The explanation couldn't be loaded. Try again.",
    },
    server: {
      heading: "What the server does",
      does: {
        heading: "It will …",
        points: [
          "keep each side's notes until the other has them, in order, each exactly once;",
          "notify a side as soon as there is something for it;",
          "name each call, so that an answer never ends up with another offer;",
          "forget a call that no one answers, and everything once someone hangs up;",
          "refuse what is malformed or too large.",
        ],
      },
      doesNot: {
        heading: "It will never …",
        points: [
          "alter the notes or act on them: it doesn't have to understand them;",
          "see, pass on or keep what the two sides say to each other;",
          "know who they are: anyone who knows the room may answer;",
          "look for paths: the browsers do that;",
          "take part once they're connected. If it stops, the call goes on.",
        ],
      },
      trust:
        "It does see the notes, and with them addresses and fingerprints. So use it over HTTPS, and only if you trust its operator not to alter them.",
    },
    after: {
      heading: "After the connection",
      paragraphs: [
        "Every few seconds, each side checks that the other still agrees to receive (RFC 7675). The server isn't involved.",
        "If the path breaks, for instance because a phone leaves the Wi-Fi, both sides look for another: ICE restarts with new credentials and new candidates. That is signaling again. It goes over the data channel while that still works, otherwise over the server.",
        "Hanging up needs no server either: the channel closes.",
      ],
    },
    glossary: {
      heading: "Glossary",
      terms: [
        { term: "Signaling", meaning: "The exchange of notes by which two sides agree on a connection." },
        {
          term: "Session description",
          meaning: "What one side can do and how to reach it, as an offer or an answer. Written in SDP (RFC 8866).",
        },
        { term: "Offer", meaning: "The session description that makes a proposal." },
        { term: "Answer", meaning: "The session description that accepts a proposal, all of it or a part." },
        { term: "ICE", meaning: "The procedure that tries pairs of addresses until one works (RFC 8445)." },
        {
          term: "ICE candidate",
          meaning:
            "An address where a side may be reachable: its own (host), its own as seen from outside (server reflexive), or one on a relay.",
        },
        {
          term: "Trickle",
          meaning: "Sending candidates as they are found, rather than all at once at the end (RFC 8838).",
        },
        {
          term: "NAT",
          meaning:
            "What a router does when many devices share one public address. It keeps out what no one inside asked for.",
        },
        {
          term: "STUN",
          meaning: "The protocol for finding one's public address and for checking paths (RFC 8489).",
        },
        { term: "TURN", meaning: "A server that forwards packets where there is no direct path (RFC 8656)." },
        {
          term: "DTLS",
          meaning:
            "The connection's encryption: TLS for packets. Its certificates are made for the call and identified by their fingerprints.",
        },
        {
          term: "Data channel",
          meaning: "What a page sends and receives over once connected: encrypted messages, in order if wanted.",
        },
        { term: "Room", meaning: "toucan's name for the place where a caller and a callee meet." },
      ],
    },
  },
  steps: {
    began: "The page creates a peer connection and asks the browser for an offer.",
    gathered:
      "The browser lists where it may be reachable. Here it finds only the machine's own addresses, hidden behind made-up names. With a STUN or TURN server there would be more.",
    gatheredAll: "Gathering is complete. The caller tells the other side, so that it doesn't wait for more.",
    asked: "The caller connects to the server. From now on, it gets new messages at once.",
    offer:
      "The offer is on its way: the first note. It includes the candidates found so far. The server keeps it until someone asks for it.",
    answer: "The callee has come, read the offer and written an answer. Now both know enough to try paths.",
    candidates: "More addresses, several in one note.",
    end: "The end of candidates: no more addresses will follow.",
    checking:
      "Small packets (STUN) go back and forth between the addresses to see which arrive. This may begin before the answer is here: the callee already has the offer, and its packets take the short way.",
    iceConnected:
      "A check went there and back: this path works. It took milliseconds, since both windows are on one machine.",
    connecting:
      "The whole connection is ICE and, on the path it finds, DTLS: both sides present their certificates, and each compares the other's fingerprint with the one in the note.",
    connected: "ICE and DTLS are done. From now on, only the other side can read what is sent.",
    channel: "Data channels open inside the encrypted connection. The chat can begin.",
    path:
      "From here on, everything goes directly. The server could be switched off. The callee's candidate is “prflx”, peer reflexive: its check arrived before its candidate came through the server.",
    pathPlain: "From here on, everything goes directly. The server could be switched off.",
    relayed:
      "From here on, everything goes through a TURN relay, encrypted. The signaling server could be switched off.",
  },
};

/** The page that explains signaling, with a real call to walk through. */
export const learn = {
  title: "What is signaling?",
  lead:
    "Two browsers can talk directly. But first each has to know how the other is reached and how it speaks. Passing on that knowledge is signaling.",
  contents: "On this page",
  sections: {
    what: {
      heading: "What it is",
      paragraphs: [
        "Signaling is an exchange of a few notes before two programs connect. The caller writes an offer: this is what I can do, and this is where I may be reached. The callee writes an answer. Both add addresses as they find them.",
        "When the notes have arrived, signaling has done its work. The call itself takes another way.",
      ],
    },
    why: {
      heading: "Why it is needed",
      paragraphs: [
        "A browser has no number that one could dial. Its address changes, and most sit behind a router (NAT) that lets nothing in unless something has gone out to that place before.",
        "So both sides must send to each other at the same time, each to an address of the other that works, with keys that fit. They need to agree on all that first, and cannot do so over the connection that doesn't exist yet. Somebody whom both can reach has to carry the notes.",
      ],
    },
    not: {
      heading: "What it is not",
      points: [
        "Not part of WebRTC. The standards say what is in the notes, and leave it to you how they get across (RFC 9429, section 1.1).",
        "Not the path of your words. Chat, files, sound and picture go directly, or through a TURN relay that cannot read them.",
        "Not STUN or TURN. A STUN server tells a browser its public address; a TURN server passes on packets. Neither introduces anybody to anybody.",
        "Not encryption, but what it rests on. The notes carry the fingerprints of both sides' certificates. Who can change the notes can put themselves in between.",
      ],
    },
    carry: {
      heading: "What can carry it",
      intro:
        "Anything that gets a few kilobytes of text each way: two text messages or a sheet of paper would do. Servers use these:",
      ways: {
        "websocket": {
          name: "WebSocket",
          text:
            "One connection, open both ways. A note arrives as soon as it is written. Some proxies don't let it through.",
        },
        "event-stream": {
          name: "Event stream",
          text:
            "One long answer to one request (server-sent events). News comes at once; what this side says goes by requests of its own. Some proxies hold the stream back.",
        },
        "long-poll": {
          name: "Long poll",
          text:
            "A request that the server answers when there is news. Then comes the next request. Nearly everything lets this through.",
        },
        "short-poll": {
          name: "Short poll",
          text: "A question a second: anything new? Slow and wasteful, but it works wherever pages load.",
        },
      },
      outro:
        "toucan tries these four in this order, and stays with the first that works. The notes are the same each time.",
    },
    exchanged: {
      heading: "What is exchanged",
      intro: "Three kinds of notes are enough. These are from the call below; look inside.",
      masked: "Addresses and keys in this record are replaced by names.",
      notes: {
        offer: {
          name: "Offer",
          text:
            "The caller's session description. What it wants to exchange, the credentials for trying out paths (ICE), the fingerprint of its certificate.",
        },
        answer: {
          name: "Answer",
          text:
            "The callee's session description. The same for its side, and what it takes of the offer. There is exactly one answer to an offer.",
        },
        candidate: {
          name: "ICE candidate",
          text:
            "One address and port at which a side may be reached. There are several. They may be part of a description, or follow one by one: that is called trickle.",
        },
      },
      look: "Look inside: {name}",
    },
    flow: {
      heading: "A real call, step by step",
      intro:
        "This is what the caller's page noted during a call between two Chromium windows on one machine. Nothing is drawn from memory: each line is an event of the page, at its time.",
      count: "Step {step} of {steps}",
      overview: "The whole call",
      overviewText: "{steps} steps in {time}. Go through them one by one.",
      previous: "Previous",
      next: "Next",
      play: "Play",
      pause: "Pause",
      look: "Look inside",
      controls: "Walk through the call",
      all: "All steps in words",
      failed: "The explanation could not be loaded. Try again.",
    },
    server: {
      heading: "What the server does",
      does: {
        heading: "It will …",
        points: [
          "keep each side's notes until the other has them, in their order, and each exactly once;",
          "tell a side at once when there is something for it;",
          "name each call, so that an answer never goes to another offer;",
          "forget a call that nobody answers, and all of it when somebody hangs up;",
          "refuse what isn't well-formed or is too large.",
        ],
      },
      doesNot: {
        heading: "It will never …",
        points: [
          "change the notes, or act on what they say: it need not understand them;",
          "see, pass on or keep what the two say to each other;",
          "know who they are: whoever knows the room may answer;",
          "look for paths: that is what the browsers do;",
          "take part once they are connected. If it stops then, the call goes on.",
        ],
      },
      trust:
        "It does see the notes, and with them addresses and fingerprints. It has to be reached over HTTPS and be run by somebody you trust not to change them.",
    },
    after: {
      heading: "After the connection",
      paragraphs: [
        "The two sides keep checking every few seconds that the other still agrees to be sent to (RFC 7675). The server hears nothing of it.",
        "If the path breaks, because a phone leaves the Wi-Fi for instance, both look for another: ICE restarts with new credentials and new candidates. That is signaling again. It goes over the data channel while that still works, otherwise over the server.",
        "Hanging up needs no server either: the channel closes.",
      ],
    },
    glossary: {
      heading: "Glossary",
      terms: [
        { term: "Signaling", meaning: "The exchange of notes by which two sides agree on a connection." },
        {
          term: "Session description",
          meaning: "What one side can do and how it is reached, as an offer or an answer. Written in SDP (RFC 8866).",
        },
        { term: "Offer", meaning: "The session description that proposes." },
        { term: "Answer", meaning: "The session description that takes a proposal, all of it or a part." },
        { term: "ICE", meaning: "The procedure that tries out pairs of addresses until one works (RFC 8445)." },
        {
          term: "ICE candidate",
          meaning:
            "One address at which a side may be reached: its own (host), as seen from outside (server reflexive), or at a relay.",
        },
        {
          term: "Trickle",
          meaning: "Candidates are passed on as they are found, rather than all at once at the end (RFC 8838).",
        },
        {
          term: "NAT",
          meaning:
            "What a router does when many machines share one public address. It keeps out what nobody asked for.",
        },
        {
          term: "STUN",
          meaning: "The protocol for asking what one's address is outside, and for checking paths (RFC 8489).",
        },
        { term: "TURN", meaning: "A server that passes packets on where no direct path exists (RFC 8656)." },
        {
          term: "DTLS",
          meaning:
            "The encryption of the connection: TLS for packets. Its certificates are made for the call and known by their fingerprints.",
        },
        {
          term: "Data channel",
          meaning: "What a page sends and receives over, once connected: messages, in order if wanted, encrypted.",
        },
        { term: "Room", meaning: "toucan's name for the place where one caller and one callee find each other." },
      ],
    },
  },
  steps: {
    began: "The page makes a peer connection and asks the browser for an offer.",
    gathered:
      "The browser lists where it may be reached. Here are only the machine's own addresses, hidden behind made-up names. With a STUN or TURN server there would be more.",
    gatheredAll: "Gathering is over. The other side will be told, so that it doesn't wait for more.",
    asked: "The caller opens its way to the server, and from now on hears at once what is new.",
    offer:
      "The offer is on its way: the first note. The candidates that were found already are part of it. The server keeps it until somebody asks for it.",
    answer: "The callee has come, read the offer and written an answer. Now both know what they need to try out paths.",
    candidates: "More addresses, one note for several of them.",
    end: "The end of candidates: no more addresses will follow.",
    checking:
      "Small packets (STUN) go to and fro between the addresses, to see which arrive. That may begin before the answer is here: the callee has the offer already, and its packets take the short way.",
    iceConnected:
      "A check went there and back: this path works. It took milliseconds, since both windows are on one machine.",
    connecting:
      "The connection as a whole is ICE and, on the path that it finds, DTLS: both sides show their certificates, and each compares the other's fingerprint with the one in the note.",
    connected: "ICE and DTLS are through. What is sent now, only the other side can read.",
    channel: "Data channels open within the encrypted connection. Chatting can begin.",
    path:
      "From here on everything goes directly. The server could be switched off. The callee's candidate is “prflx”, peer reflexive: its check arrived before its candidate had come by way of the server.",
    pathPlain: "From here on everything goes directly. The server could be switched off.",
    relayed:
      "From here on everything goes through a TURN relay, encrypted. The signaling server could be switched off.",
  },
};

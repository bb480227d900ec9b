/** What the lines of a session description are that concern the session, its path and its encryption. */
export const session = {
  "version": {
    name: "Version of SDP",
    text: "Always 0: there has never been another.",
  },
  "origin": {
    name: "Origin",
    text:
      "Who made this description: session number {sessionId}, version {sessionVersion} of it. The version goes up with each change. User name and address mean nothing in WebRTC, so a browser puts placeholders there.",
  },
  "name": {
    name: "Name of the session",
    text: "SDP demands one. Browsers have none and write a dash.",
  },
  "information": {
    name: "Information",
    text: "A remark for people: {value}",
  },
  "connection": {
    name: "Connection address",
    text:
      "SDP demands an address here: {address}. With ICE it is a placeholder or a first guess; the candidates count.",
  },
  "bandwidth": {
    name: "Bandwidth",
    text: "At most {limit}, counted as {type} says.",
  },
  "timing-always": {
    name: "Time",
    text: "From 0 to 0: without beginning or end. A call begins when both sides are there.",
  },
  "timing": {
    name: "Time",
    text: "From when to when the session is planned, in seconds since 1900.",
  },
  "group": {
    name: "Group",
    text: "What belongs together: the sections named {mids} ({semantics}).",
  },
  "group-bundle": {
    name: "Bundle",
    text:
      "What shares one connection, one path and one encryption: the sections named {mids}. Without this, each would need its own.",
  },
  "bundle-only": {
    name: "Only in the bundle",
    text: "This section is wanted only if it can share the connection of another.",
  },
  "media-application": {
    name: "Medium: data",
    text:
      "A section for data channels: {protocol}, which is SCTP, encrypted by DTLS. Port {port} is a placeholder where it is 9; candidates say which port counts.",
  },
  "mid": {
    name: "Name of this section",
    text: "“{value}”. The bundle and the candidates refer to it.",
  },
  "ice-ufrag": {
    name: "ICE: user name",
    text:
      "The first half of the credentials for connectivity checks. Each check names both sides' fragments, so that it reaches the right call.",
  },
  "ice-pwd": {
    name: "ICE: password",
    text: "The second half: with it the other side signs its checks. It protects the checks, not what is said later.",
  },
  "ice-options": {
    name: "ICE: options",
    text: "What this side can do besides: {options}.",
  },
  "ice-options-trickle": {
    name: "ICE: candidates may follow",
    text:
      "Trickle: the description comes at once and candidates follow one by one as they are found. Nobody has to wait for the slowest. All options here: {options}.",
  },
  "ice-lite": {
    name: "ICE: the short form",
    text: "This side only answers checks and makes none. Servers with a public address do that.",
  },
  "fingerprint": {
    name: "Fingerprint of the certificate",
    text:
      "The {algorithm} hash of the certificate that this side will show when encryption is set up. If this line arrives unchanged, nobody in between can listen in; who can change it, can. That is why signaling has to be trusted.",
  },
  "setup-actpass": {
    name: "Who begins encryption",
    text: "“actpass”: the offer leaves it to the other side who opens DTLS.",
  },
  "setup-active": {
    name: "Who begins encryption",
    text: "“active”: this side opens DTLS, like a client.",
  },
  "setup-passive": {
    name: "Who begins encryption",
    text: "“passive”: this side waits until the other opens DTLS, like a server.",
  },
  "tls-id": {
    name: "Name of the DTLS connection",
    text: "If it changes, encryption starts anew: {value}.",
  },
  "sctp-port": {
    name: "Port of SCTP",
    text:
      "{value}. SCTP has ports of its own, inside the encrypted connection; they have nothing to do with the network's ports.",
  },
  "max-message-size": {
    name: "Greatest message",
    text: "This side takes messages of up to {value} bytes on a data channel.",
  },
  "max-message-size-any": {
    name: "Greatest message",
    text: "0: this side takes messages of any size on a data channel.",
  },
  "end-of-candidates": {
    name: "End of candidates",
    text: "All candidates are in this description: none will follow.",
  },
  "renegotiate": {
    name: "Please offer anew",
    text: "toucan's own message: only the caller may offer, so the callee asks for it.",
  },
  "bye": {
    name: "Good-bye",
    text: "toucan's own message: the other side needn't wait for a timeout.",
  },
  "unreadable": {
    name: "Not well-formed",
    text: "The beginning is known, but the rest isn't of the form that belongs to it.",
  },
  "unknown": {
    name: "Unknown: {name}",
    text: "Not known here. Whoever reads an attribute that they don't know ignores it.",
  },
};

/** The lines of a session description about the session, its path and its encryption, explained. */
export const session = {
  "version": {
    name: "SDP version",
    text: "Always 0: there has never been another.",
  },
  "origin": {
    name: "Origin",
    text:
      "Identifies this description: session {sessionId}, version {sessionVersion}. The version goes up with each change. Username and address mean nothing in WebRTC, so browsers put placeholders there.",
  },
  "name": {
    name: "Session name",
    text: "SDP requires one. Browsers have none and write a dash.",
  },
  "information": {
    name: "Information",
    text: "A remark for people: {value}",
  },
  "connection": {
    name: "Connection address",
    text:
      "SDP requires an address here: {address}. With ICE it is a placeholder or a first guess; what counts is the candidates.",
  },
  "bandwidth": {
    name: "Bandwidth",
    text: "At most {limit}, measured as {type}.",
  },
  "timing-always": {
    name: "Time",
    text: "From 0 to 0: no beginning and no end. A call starts when both sides are there.",
  },
  "timing": {
    name: "Time",
    text: "When the session is planned to start and end, in seconds since 1900.",
  },
  "group": {
    name: "Group",
    text: "These sections belong together: {mids} ({semantics}).",
  },
  "group-bundle": {
    name: "Bundle",
    text:
      "These sections share one connection, one path and one encryption: {mids}. Otherwise each would need its own.",
  },
  "bundle-only": {
    name: "Only in the bundle",
    text: "This section is only wanted if it can share another section's connection.",
  },
  "media-application": {
    name: "Media: data",
    text:
      "A section for data channels: {protocol} is SCTP, encrypted with DTLS. Port {port} is a placeholder if it is 9; the candidates have the real port.",
  },
  "mid": {
    name: "Section name",
    text: "“{value}”. The bundle and the candidates refer to it.",
  },
  "ice-ufrag": {
    name: "ICE: username fragment",
    text:
      "The first half of the credentials for connectivity checks. Each check carries both sides' fragments, so that it reaches the right call.",
  },
  "ice-pwd": {
    name: "ICE: password",
    text: "The second half: the other side signs its checks with it. It protects the checks, not the call itself.",
  },
  "ice-options": {
    name: "ICE: options",
    text: "Options this side supports: {options}.",
  },
  "ice-options-trickle": {
    name: "ICE: candidates may follow",
    text:
      "Trickle: the description is sent at once, and candidates follow as they are found, so no one waits for the slowest. All options: {options}.",
  },
  "ice-lite": {
    name: "ICE: lite",
    text: "This side only responds to checks and sends none, as servers with a public address do.",
  },
  "fingerprint": {
    name: "Certificate fingerprint",
    text:
      "The {algorithm} hash of the certificate that this side presents when encryption is set up. If this line arrives unaltered, no one in between can listen in; anyone who can alter it can. That is why signaling has to be trusted.",
  },
  "setup-actpass": {
    name: "Who starts DTLS",
    text: "“actpass”: the offer lets the other side choose who starts DTLS.",
  },
  "setup-active": {
    name: "Who starts DTLS",
    text: "“active”: this side starts DTLS, as a client does.",
  },
  "setup-passive": {
    name: "Who starts DTLS",
    text: "“passive”: this side waits for the other to start DTLS, as a server does.",
  },
  "tls-id": {
    name: "DTLS connection ID",
    text: "If it changes, encryption starts over: {value}.",
  },
  "sctp-port": {
    name: "SCTP port",
    text: "{value}. SCTP has ports of its own inside the encrypted connection, unrelated to the network's ports.",
  },
  "max-message-size": {
    name: "Maximum message size",
    text: "This side accepts messages of up to {value} bytes on a data channel.",
  },
  "max-message-size-any": {
    name: "Maximum message size",
    text: "0: this side accepts messages of any size on a data channel.",
  },
  "end-of-candidates": {
    name: "End of candidates",
    text: "All candidates are in this description: none will follow.",
  },
  "renegotiate": {
    name: "Request for a new offer",
    text: "toucan's own message: only the caller may offer, so the callee asks it to.",
  },
  "bye": {
    name: "Goodbye",
    text: "toucan's own message: it saves the other side from waiting for a timeout.",
  },
  "unreadable": {
    name: "Malformed",
    text: "The start of this line is known, but the rest doesn't have the right form.",
  },
  "unknown": {
    name: "Unknown: {name}",
    text: "Not known here; programs ignore attributes they don't know.",
  },
};

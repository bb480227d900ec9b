/** An SDP of the shape browsers make, with the ICE credentials that tell one generation from another. */
export function sdpOf(ufrag: string): string {
  const lines = ["v=0", "o=- 1 2 IN IP4 127.0.0.1", "s=-", "t=0 0", "m=application 9 UDP/DTLS/SCTP webrtc-datachannel"];
  return [...lines, `a=ice-ufrag:${ufrag}`, "a=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa", "a=mid:0", ""].join("\r\n");
}

/** A caller's description. */
export function offerOf(ufrag: string) {
  return { type: "offer", sdp: sdpOf(ufrag) };
}

/** A callee's description. */
export function answerOf(ufrag: string) {
  return { type: "answer", sdp: sdpOf(ufrag) };
}

/** One candidate of an ICE generation, told apart by its port. */
export function candidateOf(ufrag: string, port: number) {
  return {
    candidate: `candidate:1 1 udp 2113937151 192.0.2.1 ${port} typ host`,
    sdpMid: "0",
    sdpMLineIndex: 0,
    usernameFragment: ufrag,
  };
}

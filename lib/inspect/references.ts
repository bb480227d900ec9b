/** Where a line is specified. */
export interface Reference {
  /** Such as `RFC 8866`, or a draft's name. */
  readonly name: string;
  readonly section?: string;
  readonly url: string;
}

/** Each kind of line, with where it is specified; empty if it isn't standard. */
export const REFERENCES = {
  "version": [rfc(8866, "5.1")],
  "origin": [rfc(8866, "5.2")],
  "name": [rfc(8866, "5.3")],
  "information": [rfc(8866, "5.4")],
  "connection": [rfc(8866, "5.7"), rfc(9429, "5.2.1")],
  "bandwidth": [rfc(8866, "5.8")],
  "timing": [rfc(8866, "5.9")],
  "timing-always": [rfc(8866, "5.9")],
  "group": [rfc(5888, "5")],
  "group-bundle": [rfc(9143, "5"), rfc(5888, "5")],
  "bundle-only": [rfc(9143, "6")],
  "msid-semantic": [draft("draft-ietf-mmusic-msid-01")],
  "media-application": [rfc(8841, "4")],
  "media-audio": [rfc(8866, "5.14"), rfc(8827, "6.5")],
  "media-video": [rfc(8866, "5.14"), rfc(8827, "6.5")],
  "media": [rfc(8866, "5.14")],
  "media-rejected": [rfc(3264, "6")],
  "mid": [rfc(5888, "4")],
  "msid": [rfc(8830, "2")],
  "rtpmap": [rfc(8866, "6.6")],
  "fmtp": [rfc(8866, "6.15")],
  "rtcp-fb": [rfc(4585, "4.2")],
  "extmap": [rfc(8285, "5")],
  "extmap-allow-mixed": [rfc(8285, "6")],
  "rtcp": [rfc(3605, "2.1")],
  "rtcp-mux": [rfc(5761, "5.1.1")],
  "rtcp-mux-only": [rfc(8858, "3")],
  "rtcp-xr": [rfc(3611, "5.1")],
  "rtcp-rsize": [rfc(5506, "5")],
  "ptime": [rfc(8866, "6.4")],
  "maxptime": [rfc(8866, "6.5")],
  "ssrc": [rfc(5576, "4.1")],
  "ssrc-group": [rfc(5576, "4.2")],
  "rid": [rfc(8851, "4")],
  "simulcast": [rfc(8853, "5.1")],
  "sendrecv": [rfc(8866, "6.7.2")],
  "sendonly": [rfc(8866, "6.7.3")],
  "recvonly": [rfc(8866, "6.7.1")],
  "inactive": [rfc(8866, "6.7.4")],
  "ice-ufrag": [rfc(8839, "5.4")],
  "ice-pwd": [rfc(8839, "5.4")],
  "ice-options": [rfc(8839, "5.6")],
  "ice-options-trickle": [rfc(8838, "3"), rfc(8839, "5.6")],
  "ice-lite": [rfc(8839, "5.3")],
  "fingerprint": [rfc(8122, "5"), rfc(8827, "6.5")],
  "setup-actpass": [rfc(8842, "5"), rfc(4145, "4")],
  "setup-active": [rfc(8842, "5"), rfc(4145, "4")],
  "setup-passive": [rfc(8842, "5"), rfc(4145, "4")],
  "tls-id": [rfc(8842, "4")],
  "sctp-port": [rfc(8841, "5")],
  "max-message-size": [rfc(8841, "6")],
  "max-message-size-any": [rfc(8841, "6")],
  "end-of-candidates": [rfc(8840, "8")],
  "candidate": [rfc(8839, "5.1")],
  "foundation": [rfc(8445, "5.1.1.3"), rfc(8839, "5.1")],
  "component": [rfc(8445, "5.1.1"), rfc(8839, "5.1")],
  "component-rtcp": [rfc(8445, "5.1.1"), rfc(8839, "5.1")],
  "protocol-udp": [rfc(8839, "5.1")],
  "protocol-tcp": [rfc(6544, "4.5")],
  "protocol": [rfc(8839, "5.1")],
  "priority": [rfc(8445, "5.1.2.1")],
  "address": [rfc(8839, "5.1")],
  "address-ipv6": [rfc(8839, "5.1")],
  "address-hidden": [draft("draft-ietf-mmusic-mdns-ice-candidates", "3.1")],
  "port": [rfc(8839, "5.1")],
  "port-discard": [rfc(6544, "4.5")],
  "type-host": [rfc(8445, "5.1.1.1")],
  "type-srflx": [rfc(8445, "5.1.1.2")],
  "type-prflx": [rfc(8445, "7.2.5.3.1")],
  "type-relay": [rfc(8445, "5.1.1.2"), rfc(8656, "1")],
  "type": [rfc(8839, "5.1")],
  "raddr": [rfc(8839, "5.1")],
  "raddr-hidden": [draft("draft-ietf-mmusic-mdns-ice-candidates", "3.1")],
  "rport": [rfc(8839, "5.1")],
  "tcptype": [rfc(6544, "4.5")],
  "generation": [],
  "network-id": [],
  "network-cost": [],
  "candidate-ufrag": [rfc(9429, "3.5.2.1")],
  "extension": [rfc(8839, "5.1")],
  "sdp-mid": [rfc(9429, "3.5.2.1")],
  "sdp-m-line-index": [rfc(9429, "3.5.2.1")],
  "all-candidates-sent": [rfc(8838, "13")],
  "renegotiate": [],
  "bye": [],
  "unreadable": [],
  "unknown": [rfc(8866, "5.13")],
} as const satisfies Record<string, readonly Reference[]>;

/** The kind of a line, which is also the key of its words. */
export type LineKey = keyof typeof REFERENCES;

function rfc(number: number, section: string): Reference {
  return { name: `RFC ${number}`, section, url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}` };
}

function draft(name: string, section?: string): Reference {
  const url = `https://datatracker.ietf.org/doc/html/${name}`;
  return section === undefined ? { name, url } : { name, section, url: `${url}#section-${section}` };
}

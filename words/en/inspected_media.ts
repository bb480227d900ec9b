/** What the lines of a session description are that concern sound and picture. */
export const media = {
  "msid-semantic": {
    name: "Meaning of stream names",
    text:
      "WMS stands for WebRTC media streams. It comes from an early draft, isn't in the RFC that came of it, and has no effect today.",
  },
  "media-audio": {
    name: "Medium: sound",
    text:
      "A section for sound, in {formats} possible formats, the preferred one first: {first}. {protocol} is RTP, encrypted with keys that come from DTLS. Port {port} is a placeholder where it is 9.",
  },
  "media-video": {
    name: "Medium: picture",
    text:
      "A section for a moving picture, in {formats} possible formats, the preferred one first: {first}. {protocol} is RTP, encrypted with keys that come from DTLS. Port {port} is a placeholder where it is 9.",
  },
  "media": {
    name: "Medium: {kind}",
    text: "A section for {kind} over {protocol}, at port {port}.",
  },
  "media-rejected": {
    name: "Medium refused",
    text: "Port 0: this side doesn't want this section ({kind}), or it only goes with a bundle.",
  },
  "msid": {
    name: "Stream and track",
    text: "This medium is the track {track} of the stream {stream} in the page's program. A dash stands for no stream.",
  },
  "rtpmap": {
    name: "Format {payloadType}",
    text:
      "The number {payloadType} in a packet means {name}, with {clockRate} ticks a second and {channels} channel(s).",
  },
  "fmtp": { name: "Settings of format {payloadType}", text: "{list}" },
  "rtcp-fb": {
    name: "Feedback on format {payloadType}",
    text: "The receiver may report by {type}, for instance to have what was lost sent again.",
  },
  "extmap": {
    name: "Header extension {id}",
    text: "The number {id} in a packet's header stands for {uri}.",
  },
  "extmap-allow-mixed": {
    name: "Short and long extensions",
    text: "Header extensions with one and with two bytes may be mixed in one stream.",
  },
  "rtcp": {
    name: "Address for reports",
    text: "Where reports on reception would go without multiplexing: {value}. A placeholder in WebRTC.",
  },
  "rtcp-mux": {
    name: "Reports on the same port",
    text: "Reports on reception (RTCP) share the port with sound and picture (RTP).",
  },
  "rtcp-mux-only": {
    name: "Reports only on the same port",
    text: "Sharing the port is a condition, not an offer.",
  },
  "rtcp-xr": {
    name: "Extended reports",
    text: "Reports that say more than the basic ones, here: {value}.",
  },
  "rtcp-rsize": {
    name: "Short reports",
    text: "Reports may be shorter than the full form.",
  },
  "ptime": {
    name: "Length of a packet",
    text: "Each packet should hold {value} ms of sound.",
  },
  "maxptime": {
    name: "Greatest length of a packet",
    text: "A packet may hold {value} ms of sound at most.",
  },
  "ssrc": {
    name: "Source {ssrc}",
    text: "Packets with this number come from this side's track. {attribute}: {value}",
  },
  "ssrc-group": {
    name: "Group of sources",
    text:
      "The sources {ssrcs} belong together: {semantics}. FID means that the second repeats what was lost of the first.",
  },
  "rid": {
    name: "Encoding {id}",
    text: "One of several encodings of the same medium, direction {direction}.",
  },
  "simulcast": {
    name: "Simulcast",
    text: "The same picture is sent in several sizes at once: {value}.",
  },
  "sendrecv": {
    name: "Both ways",
    text: "This side wants to send and to receive.",
  },
  "sendonly": { name: "Sends only", text: "This side only wants to send." },
  "recvonly": {
    name: "Receives only",
    text: "This side only wants to receive.",
  },
  "inactive": {
    name: "Pauses",
    text: "This side neither sends nor receives for now.",
  },
};

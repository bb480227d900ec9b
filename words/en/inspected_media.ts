/** The lines of a session description about audio and video, explained. */
export const media = {
  "msid-semantic": {
    name: "Semantics of stream names",
    text:
      "WMS stands for WebRTC media streams. It comes from an early draft, isn't in the RFC that followed, and has no effect today.",
  },
  "media-audio": {
    name: "Media: audio",
    text:
      "A section for audio in one of {formats} formats, the preferred one first: {first}. {protocol} is RTP, encrypted with keys from DTLS. Port {port} is a placeholder if it is 9.",
  },
  "media-video": {
    name: "Media: video",
    text:
      "A section for video in one of {formats} formats, the preferred one first: {first}. {protocol} is RTP, encrypted with keys from DTLS. Port {port} is a placeholder if it is 9.",
  },
  "media": {
    name: "Media: {kind}",
    text: "A section for {kind} over {protocol}, on port {port}.",
  },
  "media-rejected": {
    name: "Media rejected",
    text: "Port 0: this side rejects this section ({kind}), or only wants it in a bundle.",
  },
  "msid": {
    name: "Stream and track",
    text: "In the page's code, this is the track {track} of the stream {stream}. A dash means no stream.",
  },
  "rtpmap": {
    name: "Format {payloadType}",
    text:
      "The number {payloadType} in a packet means {name}, with a clock rate of {clockRate} Hz and {channels} channel(s).",
  },
  "fmtp": { name: "Parameters of format {payloadType}", text: "{list}" },
  "rtcp-fb": {
    name: "Feedback for format {payloadType}",
    text: "The receiver may send {type} feedback, for instance to have lost packets sent again.",
  },
  "extmap": {
    name: "Header extension {id}",
    text: "The number {id} in a packet's header stands for {uri}.",
  },
  "extmap-allow-mixed": {
    name: "Short and long extensions",
    text: "Header extensions with one-byte and two-byte headers may be mixed in one stream.",
  },
  "rtcp": {
    name: "Address for reports",
    text: "Where reception reports would go without multiplexing: {value}. A placeholder in WebRTC.",
  },
  "rtcp-mux": {
    name: "Reports on the same port",
    text: "Reception reports (RTCP) share the port with audio and video (RTP).",
  },
  "rtcp-mux-only": {
    name: "Reports only on the same port",
    text: "Sharing the port is required, not offered.",
  },
  "rtcp-xr": {
    name: "Extended reports",
    text: "Reports with more than the basics: {value}.",
  },
  "rtcp-rsize": {
    name: "Reduced-size reports",
    text: "Reports may be shorter than the full form.",
  },
  "ptime": {
    name: "Packet length",
    text: "Each packet should hold {value} ms of audio.",
  },
  "maxptime": {
    name: "Maximum packet length",
    text: "A packet may hold at most {value} ms of audio.",
  },
  "ssrc": {
    name: "Source {ssrc}",
    text: "Packets with this number come from this side's track. {attribute}: {value}",
  },
  "ssrc-group": {
    name: "Group of sources",
    text:
      "The sources {ssrcs} belong together: {semantics}. FID means that the second one resends what the first one lost.",
  },
  "rid": {
    name: "Encoding {id}",
    text: "One of several encodings of the same media, direction {direction}.",
  },
  "simulcast": {
    name: "Simulcast",
    text: "The same video is sent in several sizes at once: {value}.",
  },
  "sendrecv": {
    name: "Both ways",
    text: "This side wants to send and receive.",
  },
  "sendonly": { name: "Sends only", text: "This side only wants to send." },
  "recvonly": {
    name: "Receives only",
    text: "This side only wants to receive.",
  },
  "inactive": {
    name: "Inactive",
    text: "This side neither sends nor receives for now.",
  },
};

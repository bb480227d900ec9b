/** The path between the two browsers, as the browser measures it. */
export const connection = {
  title: "Connection",
  none: "As soon as you are connected, this shows the way that your words take.",
  direct: { title: "Direct", text: "What you write goes from browser to browser, with nobody in between." },
  relayed: {
    title: "Relayed",
    text:
      "No direct way was found, so a relay (a TURN server) passes on what you write. It sees only encrypted packets.",
  },
  local: "You",
  remote: "Other side",
  types: {
    host: "local address",
    srflx: "public address, as a STUN server sees it",
    prflx: "address that showed up while connecting",
    relay: "relay's address",
  },
  hidden: "hidden by the browser",
  relayProtocol: "the relay is reached over {protocol}",
  protocol: "Protocol",
  roundTrip: "Round trip",
  unmeasured: "not measured yet",
  sent: "Sent",
  received: "Received",
  plot: {
    title: "The last minute",
    roundTrip: "Round trip",
    throughput: "Throughput",
    show: "Show",
    nothing: "No measurements yet",
    text: "{now} now; between {min} and {max} in the last minute",
    perSecond: "{size}/s",
  },
};

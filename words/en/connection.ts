/** The path between the two browsers, as the browser measures it. */
export const connection = {
  title: "Connection",
  none: "Once you're connected, you'll see here which path your messages take.",
  direct: { title: "Direct", text: "Your messages go straight from browser to browser." },
  relayed: {
    title: "Relayed",
    text:
      "No direct path was found, so a relay (a TURN server) forwards your messages. It sees only encrypted packets.",
  },
  local: "You",
  remote: "Other side",
  types: {
    host: "local address",
    srflx: "public address, as seen by a STUN server",
    prflx: "address discovered while connecting",
    relay: "address on the relay",
  },
  hidden: "hidden by the browser",
  relayProtocol: "{protocol} to the relay",
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

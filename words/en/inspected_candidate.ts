/** What the pieces of an ICE candidate are. */
export const candidate = {
  "all-candidates-sent": {
    name: "End of candidates",
    text: "This side has found all it can. If none of the pairs works now, the other side needn't wait for more.",
  },
  "candidate": {
    name: "ICE candidate",
    text: "One address at which this side may be reached: {address}, port {port}, over {protocol}; kind {type}.",
  },
  "foundation": {
    name: "Foundation",
    text:
      "The same for candidates of the same kind, from the same address, by the same server. If one works, others of its foundation are tried sooner.",
  },
  "component": {
    name: "Component {component}",
    text: "1 is the stream itself: with multiplexing, and for data channels, the only one.",
  },
  "component-rtcp": {
    name: "Component 2",
    text: "2 is for reports on reception (RTCP) at a port of their own.",
  },
  "protocol-udp": {
    name: "Over UDP",
    text: "What WebRTC likes best: packets without a connection, which get through most routers.",
  },
  "protocol-tcp": { name: "Over TCP", text: "For networks that stop UDP." },
  "protocol": {
    name: "Over {protocol}",
    text: "How the address is spoken to.",
  },
  "priority": {
    name: "Priority",
    text:
      "{priority} = 2²⁴ × {typePreference} + 2⁸ × {localPreference} + (256 − {component}). {typePreference} is the preference for the kind of candidate (recommended: host 126, prflx 110, srflx 100, relay 0), {localPreference} the one for this network interface, {component} the component. Higher is tried first.",
  },
  "address": {
    name: "Address",
    text: "Where this side says it can be reached: {address}.",
  },
  "address-ipv6": {
    name: "Address, IPv6",
    text: "Where this side says it can be reached: {address}.",
  },
  "address-hidden": {
    name: "Address, hidden",
    text:
      "{address} stands for a local address that the browser keeps from the page. A name that ends in .local is made up for this call and answered by multicast DNS, within the same network only. Once the page may use the camera or the microphone, browsers show the address itself.",
  },
  "port": { name: "Port", text: "{port}, opened for this call." },
  "port-discard": {
    name: "Port",
    text: "9, a placeholder: this side opens the TCP connection, so nobody can connect to it here.",
  },
  "type-host": {
    name: "Kind: host",
    text: "An address of the machine itself. It works within one network, or with a public address.",
  },
  "type-srflx": {
    name: "Kind: server reflexive",
    text: "This side's address as a STUN server sees it from outside: what the router (NAT) has turned it into.",
  },
  "type-prflx": {
    name: "Kind: peer reflexive",
    text: "An address that nobody announced: it showed when a check arrived from there.",
  },
  "type-relay": {
    name: "Kind: relay",
    text:
      "An address at a TURN server that passes everything on. Slower and someone's cost, but it works when nothing else does. It can't read what it passes on.",
  },
  "type": {
    name: "Kind: {type}",
    text: "A kind of candidate that is in no standard known here.",
  },
  "raddr": {
    name: "Base address",
    text: "The address that this one was gained from: {value}. Only for finding faults.",
  },
  "raddr-hidden": {
    name: "Base address, hidden",
    text: "The address that this one was gained from; {value} stands for it, as the browser keeps it from the page.",
  },
  "rport": {
    name: "Base port",
    text: "The port that belongs to the base address: {value}.",
  },
  "tcptype": {
    name: "Role in TCP",
    text: "“{value}”: active opens the connection, passive waits for it, so does both at once.",
  },
  "generation": {
    name: "Generation",
    text: "{value}: how often ICE had been restarted when this candidate was found, as Chromium counts.",
  },
  "network-id": {
    name: "Network",
    text: "{value}: Chromium's own number for the network interface.",
  },
  "network-cost": {
    name: "Cost of the network",
    text:
      "{value}, by Chromium's own scale: 0 for a cable, 10 for Wi-Fi, 50 unknown, up to 999 for mobile data. A cheap one is preferred.",
  },
  "candidate-ufrag": {
    name: "ICE: user name",
    text: "{value}: the ICE credentials that this candidate belongs to. After a restart the old ones no longer count.",
  },
  "extension": {
    name: "Extension: {name}",
    text: "{value}. Unknown here; who doesn't know an extension ignores it.",
  },
  "sdp-mid": {
    name: "For which section",
    text: "The section named “{value}” in the session description.",
  },
  "sdp-m-line-index": {
    name: "For which section, by number",
    text: "The section number {value}, counted from 1, for those who go by place. In the message it is counted from 0.",
  },
};

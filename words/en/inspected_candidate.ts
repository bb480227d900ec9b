/** The fields of an ICE candidate, explained. */
export const candidate = {
  "all-candidates-sent": {
    name: "End of candidates",
    text: "This side has gathered all its candidates. If no pair works now, the other side needn't wait for more.",
  },
  "candidate": {
    name: "ICE candidate",
    text: "An address where this side may be reachable: {address}, port {port}, over {protocol}, type {type}.",
  },
  "foundation": {
    name: "Foundation",
    text:
      "The same for candidates of one type, from one address and one server. Once one works, others with its foundation are tried sooner.",
  },
  "component": {
    name: "Component {component}",
    text: "1 carries the data itself. With multiplexing, and for data channels, it is the only one.",
  },
  "component-rtcp": {
    name: "Component 2",
    text: "2 carries reception reports (RTCP), on a port of their own.",
  },
  "protocol-udp": {
    name: "Over UDP",
    text: "WebRTC's first choice: packets without a connection, which get through most routers.",
  },
  "protocol-tcp": { name: "Over TCP", text: "For networks that block UDP." },
  "protocol": {
    name: "Over {protocol}",
    text: "The transport protocol for this address.",
  },
  "priority": {
    name: "Priority",
    text:
      "{priority} = 2²⁴ × {typePreference} + 2⁸ × {localPreference} + (256 − {component}). {typePreference} is the type preference (recommended: host 126, prflx 110, srflx 100, relay 0), {localPreference} the local preference for this network interface, {component} the component. Higher priorities are tried first.",
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
      "{address} stands in for a local address that the browser hides from the page. A .local name is made up for this call and resolved by multicast DNS, within the same network only. Once the page may use the camera or microphone, browsers show the address itself.",
  },
  "port": { name: "Port", text: "{port}, opened for this call." },
  "port-discard": {
    name: "Port",
    text: "9, a placeholder: this side opens the TCP connection, so no one can connect to it here.",
  },
  "type-host": {
    name: "Type: host",
    text: "An address of the device itself. It works within one network, or from anywhere if it is public.",
  },
  "type-srflx": {
    name: "Type: server reflexive",
    text: "This side's address as seen by a STUN server, after the router (NAT) has translated it.",
  },
  "type-prflx": {
    name: "Type: peer reflexive",
    text: "An address that was never announced: it was discovered when a check arrived from it.",
  },
  "type-relay": {
    name: "Type: relay",
    text:
      "An address on a TURN server that forwards everything. Slower, and someone pays for it, but it works when nothing else does. It can't read what it forwards.",
  },
  "type": {
    name: "Type: {type}",
    text: "A candidate type that isn't in any standard known here.",
  },
  "raddr": {
    name: "Related address",
    text: "The address this one was derived from: {value}. For diagnostics only.",
  },
  "raddr-hidden": {
    name: "Related address, hidden",
    text: "The address this one was derived from. {value} stands in for it, since the browser hides it from the page.",
  },
  "rport": {
    name: "Related port",
    text: "The port of the related address: {value}.",
  },
  "tcptype": {
    name: "TCP type",
    text: "“{value}”: active opens the connection, passive waits for it, so does both at once.",
  },
  "generation": {
    name: "Generation",
    text: "{value}: how often ICE had been restarted when this candidate was gathered, as Chromium counts.",
  },
  "network-id": {
    name: "Network",
    text: "{value}: Chromium's own number for the network interface.",
  },
  "network-cost": {
    name: "Network cost",
    text:
      "{value}, on Chromium's own scale: 0 for a cable, 10 for Wi-Fi, 50 for unknown, up to 999 for mobile data. Cheaper ones are preferred.",
  },
  "candidate-ufrag": {
    name: "ICE: username fragment",
    text: "{value}: the ICE credentials this candidate belongs to. After a restart, the old ones no longer count.",
  },
  "extension": {
    name: "Extension: {name}",
    text: "{value}. Not known here; programs ignore extensions they don't know.",
  },
  "sdp-mid": {
    name: "Section",
    text: "The candidate belongs to the section named “{value}” in the session description.",
  },
  "sdp-m-line-index": {
    name: "Section, by number",
    text: "The candidate belongs to section number {value}, counting from 1. The message itself counts from 0.",
  },
};

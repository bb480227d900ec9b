import { selfTest } from "./self_test.ts";

/** Why two browsers aren't connected, the evidence for it, and what to try. */
export const doctor = {
  settled: "What went wrong",
  soFar: "What's holding it up",
  evidence: "Evidence",
  tries: "What to try",
  causes: {
    "nobody-came": {
      title: "The other side isn't here yet",
      meaning: "Everything is fine on your side. The call can start as soon as the other person is here.",
      tries: [
        "Make sure that both of you have opened exactly the same address.",
        "One of you presses Start caller, the other Start callee: two callers or two callees never meet.",
        "Keep this page open until the other person is here.",
      ],
    },
    "offer-expired": {
      title: "Your call expired before anyone answered",
      meaning:
        "The server keeps a call for a few minutes, and this page keeps renewing it. That was interrupted: your computer slept or went offline.",
      tries: [
        "Start again when the other person is there.",
        "Keep this page in front and the computer awake while you wait.",
      ],
    },
    "answered-too-late": {
      title: "Your answer came too late",
      meaning:
        "When it reached the server, the call was gone: the caller hung up or called again, or someone else was faster.",
      tries: [
        "Stay here: this page answers the next call by itself.",
        "Ask the caller to start again. If someone else is in the room, agree on one of your own.",
      ],
    },
    "replaced": {
      title: "Another caller took this room",
      meaning: "A room holds one call at a time, and someone started as caller after you.",
      tries: [
        "If it was the other person, one of you has to start as callee.",
        "If it was a stranger, agree on a room whose name only the two of you know.",
      ],
    },
    "room-cleared": {
      title: "The server no longer knows your call",
      meaning: "Someone cleared the room, or the server restarted.",
      tries: ["Start again. The other person doesn't have to do anything."],
    },
    "server-unreachable": {
      title: "The signaling server can't be reached",
      meaning: "To connect, you first exchange a few messages through this server. It isn't responding.",
      tries: [
        "Check that you're online: does another website open?",
        "Start again in a minute: the server may be restarting.",
        "If only this site fails, a company proxy or a browser extension may be blocking it.",
      ],
    },
    "server-failing": {
      title: "The signaling server has a problem",
      meaning:
        "To connect, you first exchange a few messages through this server. It responds, but with errors: nothing is wrong on your side.",
      tries: [
        "Start again in a minute: it may be over soon.",
        "If it goes on, show the evidence to the server's operator: the database may be down, or the storage full.",
      ],
    },
    "refused": {
      title: "The call was refused",
      meaning: "The server or your browser refused the call. Its reason is below.",
      tries: ["Start again, or try another room.", "If it happens again, show the reason to the server's operator."],
    },
    "stun-unreachable": {
      title: "Your browser can't find its public address",
      meaning:
        "To be reachable from outside your network, it asks a helper on the internet (a STUN server) for its public address. The helper didn't respond, so only people on your own network can reach you.",
      tries: [
        "Try another network: a phone's hotspot instead of company or hotel Wi-Fi.",
        "Turn off your VPN or firewall for a moment and start again.",
        "For the server's operator: check the addresses in ICE_SERVERS.",
      ],
    },
    "turn-unreachable": {
      title: "The relay can't be reached",
      meaning:
        "There is no direct path between you, and the relay (a TURN server) that could stand in isn't responding.",
      tries: [
        "Try another network: a phone's hotspot instead of company or hotel Wi-Fi.",
        "For the server's operator: check that the relay is up, and offer it over TCP on port 443 as well (turns:…?transport=tcp).",
      ],
    },
    "turn-refused": {
      title: "The relay refused you",
      meaning:
        "The relay (a TURN server), which connects you where there is no direct path, doesn't accept this page's password.",
      tries: [
        "Reload the page and start again: the password may have expired.",
        "For the server's operator: check that username and credential in ICE_SERVERS match the relay's.",
      ],
    },
    "relay-not-configured": {
      title: "There is no relay to use",
      meaning:
        "This page is set to use only a relay (a TURN server), and the server provides none: it can't connect to anyone.",
      tries: [
        "Open the page without ?relay in its address, and start again.",
        "For the server's operator: add a relay (a TURN server) to ICE_SERVERS.",
      ],
    },
    "relay-silent": {
      title: "The relay doesn't respond",
      meaning:
        "This page is set to use only a relay (a TURN server), but none responded: your browser found no relayed address, and tried no direct path.",
      tries: [
        "Open the page without ?relay in its address, and start again.",
        "Try another network, such as a phone's hotspot: yours may block the way to the relay.",
        "For the server's operator: check that the relay is up, and offer it over TCP on port 443 as well (turns:…?transport=tcp).",
      ],
    },
    "no-address-there": {
      title: "The other side has no address to reach",
      meaning:
        "The other side's browser found no address at all: its network, a VPN or a setting blocks calls, or its page is set to use only a relay that isn't there.",
      tries: [
        "Ask the other person which cause their page names.",
        "The other person tries another network, such as a phone's hotspot, or turns off a VPN.",
      ],
    },
    "udp-blocked": {
      title: "Your network blocks direct connections",
      meaning: "Calls need UDP packets, and your network, a VPN or a browser setting blocks them.",
      tries: [
        "Try another network: a phone's hotspot usually lets calls through.",
        "Turn off your VPN, or the WebRTC protection of your browser or an extension, and start again.",
        "For the server's operator: a relay over TCP on port 443 (turns:…?transport=tcp) gets through almost everywhere.",
      ],
    },
    "no-relay": {
      title: "There is no direct path between you",
      meaning:
        "Your browsers tried each other's addresses, but nothing got through: often a router or firewall blocks what comes from outside. A relay could stand in, but there is none.",
      tries: [
        "One of you tries another network, such as a phone's hotspot, or both of you use the same one.",
        "Turn off VPNs on both sides and start again.",
        "For the server's operator: add a relay (a TURN server) to ICE_SERVERS.",
      ],
    },
    "fingerprint-mismatch": {
      title: "Someone else seems to be at the other end",
      meaning:
        "The browsers reached each other, but the other end's key isn't the one that was announced. Something on the way altered the announcement, or is listening in. Nothing you wrote was sent.",
      tries: [
        "Start again in a room with another name.",
        "If it happens again, use another network and tell the server's operator.",
      ],
    },
    "left": {
      title: "The other side left",
      meaning: "They hung up or closed their page. Nothing is wrong with your connection.",
      tries: ["To talk again, both of you need to start again."],
    },
    "connection-lost": {
      title: "The connection was lost",
      meaning:
        "You were connected, but then nothing got through any more: one of you is offline, asleep, or on another network.",
      tries: [
        "Check that both of you are online.",
        "While this page keeps trying, wait: what you write arrives later. Otherwise both of you need to start again.",
      ],
    },
    "unsupported": {
      title: "This browser can't make calls",
      meaning: "It has no WebRTC, or WebRTC is turned off in its settings or by an extension.",
      tries: ["Try a current Firefox, Chrome, Edge or Safari.", "Look for WebRTC in your extensions' settings."],
    },
    "unknown": {
      title: "The cause isn't clear",
      meaning: "What this page saw fits more than one cause. It is listed below and in the diagram of the call.",
      tries: [
        "Start again, both of you: one of you may simply have left.",
        "Test both networks with the button below.",
      ],
    },
  },
  shows: {
    "waited": "Waited for {time}.",
    "connecting": "The browsers have tried to connect for {time}.",
    "talked": "You were connected for {time}.",
    "pending": "The server hasn't confirmed the last message for {time}.",
    "in-vain-once": "The server didn't respond.",
    "in-vain": "The server didn't respond after {count} attempts.",
    "server-failed": "The server responded with the error {status}.",
    "server-failed-with": "The server responded with the error {status} ({code}).",
    "server-refused": "The server said: {detail} ({code})",
    "ice-server-silent": "{url} doesn't respond.",
    "ice-server-said": "{url} responded {code} {text}",
    "own-candidates": "Addresses your browser found: local {local}, public {public}, relayed {relayed}.",
    "their-candidates": "Addresses the other side sent: local {local}, public {public}, relayed {relayed}.",
    "own-none": "Your browser found no addresses.",
    "their-none": "The other side sent no addresses.",
    "only-relayed": "This page is set to use relays only.",
    "no-turn": "This server provides no relay (TURN server).",
    "had-path": "ICE found a path: the browsers reached each other.",
    "no-path": "No packets get through between the browsers.",
    "no-channel": "The encrypted channel never opened.",
    "detail": "{detail}",
  },
  test: selfTest,
};

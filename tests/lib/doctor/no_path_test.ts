import {
  BOTH_LOCAL,
  CONNECTING,
  ended,
  FAILED,
  failure,
  gathered,
  heard,
  LOCAL,
  phase,
  PUBLIC,
  RELAYED,
  state,
  TCP,
  testDiagnoses,
} from "./journal.ts";

const STUN = "stun:192.0.2.1:3478";
const OTHER_STUN = "stun:192.0.2.2";
const TURN = "turn:192.0.2.1:3478?transport=udp";
const OVER_TCP = "turns:192.0.2.1:443?transport=tcp";

testDiagnoses([
  {
    name: "a path without the right keys",
    journal: [...CONNECTING, ...BOTH_LOCAL, state(1_200, "ice", "connected"), FAILED],
    cause: "fingerprint-mismatch",
    evidence: ["had-path", "no-channel"],
  },
  {
    name: "a path without the right keys, before the server has taken the answer",
    journal: [
      phase(0, "looking", "callee"),
      phase(10, "answering", "callee"),
      state(20, "ice", "connected"),
      ended(30, "failed", "callee"),
    ],
    cause: "fingerprint-mismatch",
    evidence: ["had-path", "no-channel"],
  },
  {
    name: "a TURN server that refuses the password",
    journal: [...CONNECTING, ...BOTH_LOCAL, failure(50, TURN, 401, "Unauthorized"), FAILED],
    cause: "turn-refused",
    evidence: ["ice-server-said", "own-candidates", "their-candidates", "connecting"],
    urls: [STUN, TURN],
  },
  {
    name: "a TURN server that refuses once and then gives a relay",
    journal: [...CONNECTING, ...gathered(20, LOCAL, RELAYED, null), failure(50, TURN, 438, "Stale nonce"), FAILED],
    cause: "unknown",
    evidence: ["own-candidates", "their-none", "connecting"],
    urls: [TURN],
  },
  {
    name: "a STUN server that the browser couldn't reach",
    journal: [...CONNECTING, ...BOTH_LOCAL, failure(900, STUN, 701), FAILED],
    cause: "stun-unreachable",
    evidence: ["ice-server-silent", "own-candidates", "their-candidates", "connecting"],
    urls: [STUN],
  },
  {
    name: "a STUN server that the browser still waits for",
    journal: [...CONNECTING, ...gathered(20, LOCAL), heard(1_100, LOCAL), FAILED],
    cause: "stun-unreachable",
    evidence: ["ice-server-silent", "own-candidates", "their-candidates", "connecting"],
    urls: [STUN],
  },
  {
    name: "a STUN server that was unreachable from one of two interfaces",
    journal: [
      ...CONNECTING,
      ...gathered(20, LOCAL, PUBLIC, null),
      failure(900, STUN, 701),
      heard(1_100, LOCAL, PUBLIC),
      FAILED,
    ],
    cause: "no-relay",
    urls: [STUN],
  },
  {
    name: "a TURN server that the browser couldn't reach",
    journal: [
      ...CONNECTING,
      ...gathered(20, LOCAL, PUBLIC, null),
      failure(900, "turn:192.0.2.1:3478", 701),
      heard(1_100, PUBLIC),
      FAILED,
    ],
    cause: "turn-unreachable",
    evidence: ["ice-server-silent", "own-candidates", "their-candidates", "connecting"],
    urls: [STUN, TURN],
  },
  {
    name: "no server that could be reached over UDP",
    journal: [...CONNECTING, ...BOTH_LOCAL, failure(900, STUN, 701), failure(900, OTHER_STUN, 701), FAILED],
    cause: "udp-blocked",
    evidence: [
      "ice-server-silent",
      "ice-server-silent",
      "own-candidates",
      "their-candidates",
      "connecting",
    ],
    urls: [STUN, OTHER_STUN, OVER_TCP],
  },
  {
    name: "two servers on one machine, which may just be down",
    journal: [...CONNECTING, ...BOTH_LOCAL, failure(900, STUN, 701), failure(900, TURN, 701), FAILED],
    cause: "turn-unreachable",
    urls: [STUN, TURN],
  },
  {
    name: "one of two servers that could be reached",
    journal: [
      ...CONNECTING,
      ...gathered(20, LOCAL, PUBLIC, null),
      failure(900, OTHER_STUN, 701),
      heard(1_100, LOCAL),
      FAILED,
    ],
    cause: "no-relay",
    urls: [STUN, OTHER_STUN],
  },
  {
    name: "a browser that may use no UDP",
    journal: [...CONNECTING, ...gathered(20, TCP, null), heard(1_100, LOCAL), FAILED],
    cause: "udp-blocked",
    evidence: ["own-candidates", "their-candidates"],
  },
  {
    name: "a browser that may use relays only, and has none",
    journal: [...CONNECTING, ...gathered(20, null), heard(1_100, LOCAL), FAILED],
    cause: "no-relay",
    evidence: ["only-relayed", "no-turn", "own-none", "their-candidates", "connecting"],
    setting: { relayOnly: true },
  },
  {
    name: "another side that has found no address",
    journal: [...CONNECTING, ...gathered(20, LOCAL, null), heard(1_100, null), FAILED],
    cause: "no-relay",
    evidence: ["no-turn", "own-candidates", "their-none", "connecting"],
  },
  {
    name: "another side that hasn't told anything",
    journal: [...CONNECTING, ...gathered(20, LOCAL, null), ended(21_000, "timeout", "caller")],
    cause: "unknown",
    evidence: ["own-candidates", "their-none", "connecting"],
  },
  {
    name: "a path that takes long, with a relay on the other side",
    journal: [...CONNECTING, ...gathered(20, LOCAL, null), heard(1_100, LOCAL, RELAYED)],
    cause: "unknown",
    evidence: ["own-candidates", "their-candidates", "connecting"],
    settled: false,
  },
]);

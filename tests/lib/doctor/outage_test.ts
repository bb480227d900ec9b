import { cut, ended, failed, phase, refused, said, testDiagnoses } from "./journal.ts";

testDiagnoses([
  {
    name: "a callee that waits for a server that responds with errors",
    journal: [phase(0, "looking", "callee"), cut(200), failed(300, 503, "unavailable")],
    cause: "server-failing",
    evidence: ["server-failed-with"],
    settled: false,
  },
  {
    name: "a callee that waits for a server that first failed, and has then gone",
    journal: [phase(0, "looking", "callee"), failed(200, 503, "unavailable"), cut(300)],
    cause: "server-unreachable",
    evidence: ["in-vain"],
    settled: false,
  },
  {
    name: "an offer that a server takes no more of",
    journal: [phase(0, "offering", "caller"), said(10, 1, "offer"), failed(200, 503, "full")],
    cause: "server-failing",
    evidence: ["server-failed-with", "pending"],
    settled: false,
  },
  {
    name: "a server that responded with errors until the end",
    journal: [
      phase(0, "offering", "caller"),
      said(10, 1, "offer"),
      failed(200, 502),
      refused(900, undefined, 1),
      ended(900, "failing", "caller"),
    ],
    cause: "server-failing",
    evidence: ["server-failed"],
  },
]);

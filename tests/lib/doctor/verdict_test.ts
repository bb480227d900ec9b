import { assertEquals } from "@std/assert";
import type { ServerReport } from "@/lib/doctor/gather.ts";
import type { LoopReport } from "@/lib/doctor/loop.ts";
import { judge, type Verdict } from "@/lib/doctor/verdict.ts";

const NONE = { host: 0, srflx: 0, prflx: 0, relay: 0, udp: 0, all: 0 };
const OWN: ServerReport = { url: "", state: "answered", candidates: { ...NONE, host: 2 } };
const SEEN: ServerReport = { url: "stun:a", state: "answered", candidates: { ...NONE, srflx: 1 } };
const PUBLIC: ServerReport = { url: "stun:a", state: "answered", candidates: { ...NONE, host: 1 } };
const SILENT: ServerReport = { url: "stun:a", state: "silent", candidates: { ...NONE, host: 1 } };
const REFUSED: ServerReport = { url: "turn:a", state: "refused", candidates: NONE };
const CONNECTED: LoopReport = { state: "connected", openMs: 1, echoMs: 1 };
const FAILED: LoopReport = { state: "failed" };

const CASES: [Verdict, string, ServerReport[], LoopReport, LoopReport | undefined][] = [
  ["everywhere", "direct and relayed calls", [OWN, SEEN], CONNECTED, CONNECTED],
  ["relayed-only", "relayed calls alone", [OWN, SILENT], FAILED, CONNECTED],
  ["mostly", "a public address", [OWN, SEEN], CONNECTED, undefined],
  ["mostly", "a public address and a TURN server that refuses", [OWN, SEEN, REFUSED], CONNECTED, FAILED],
  ["mostly", "an address that is public itself", [OWN, PUBLIC], CONNECTED, undefined],
  ["nearby-only", "a silent server", [OWN, SILENT], CONNECTED, undefined],
  ["nearby-only", "no servers", [OWN], CONNECTED, undefined],
  ["nothing", "no connection at all", [OWN, SEEN], FAILED, FAILED],
];

for (const [verdict, name, servers, local, relayed] of CASES) {
  Deno.test(`judge() says ${verdict} for ${name}`, () => assertEquals(judge({ servers, local, relayed }), verdict));
}

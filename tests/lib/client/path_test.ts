import { assert, assertEquals } from "@std/assert";
import { readGeneration, readPath } from "@/lib/client/path.ts";
import chromiumDirect from "./reports/chromium_direct.json" with { type: "json" };
import chromiumRelayed from "./reports/chromium_relayed.json" with { type: "json" };
import firefoxDirect from "./reports/firefox_direct.json" with { type: "json" };
import firefoxRelayed from "./reports/firefox_relayed.json" with { type: "json" };

// The reports are what both browsers told of a connection within a page, and of one over coturn.
const HOST = { type: "host", protocol: "udp" } as const;
const RELAY = { type: "relay", protocol: "udp", address: "127.0.0.1" } as const;

Deno.test("readPath() takes the pair that Chromium's transport names, not another one it nominated", () => {
  // In another order the pair that was in use before comes first.
  assertEquals(readPath(reportOf(chromiumDirect.toReversed())), readPath(reportOf(chromiumDirect)));
  assertEquals(readPath(reportOf(chromiumDirect)), {
    local: { ...HOST, port: 43153 },
    remote: { ...HOST, port: 45961 },
    roundTripMs: 2,
    bytesSent: 2241,
    bytesReceived: 2381,
  });
});

Deno.test("readPath() tells how Chromium reaches a TURN server", () => {
  assertEquals(readPath(reportOf(chromiumRelayed)), {
    local: { ...RELAY, port: 59896, relayProtocol: "udp" },
    remote: { ...RELAY, port: 56297 },
    roundTripMs: 2,
    bytesSent: 2240,
    bytesReceived: 2381,
  });
});

Deno.test("readPath() keeps Firefox's mDNS names out of the addresses", () => {
  assertEquals(readPath(reportOf(firefoxDirect)), {
    local: { ...HOST, port: 34649 },
    remote: { ...HOST, port: 49237 },
    roundTripMs: 0,
    bytesSent: 2481,
    bytesReceived: 2515,
  });
});

Deno.test("readPath() tells how Firefox reaches a TURN server", () => {
  assertEquals(readPath(reportOf(firefoxRelayed)), {
    local: { ...RELAY, port: 65159, relayProtocol: "udp" },
    remote: { ...RELAY, port: 54332 },
    roundTripMs: 1,
    bytesSent: 2482,
    bytesReceived: 2515,
  });
});

Deno.test("readGeneration() names the generation of the path in use, in both browsers", () => {
  for (const stats of [chromiumDirect, chromiumRelayed, firefoxDirect, firefoxRelayed]) {
    const used = readGeneration(reportOf(stats));
    const all: readonly { id: string; type: string; usernameFragment?: string }[] = stats;
    assert(all.some(({ type, usernameFragment }) => type === "local-candidate" && usernameFragment === used));
    const untold = all.map(({ usernameFragment: _, ...rest }) => rest);
    assertEquals(readGeneration(reportOf(untold)), undefined);
  }
  assertEquals(readGeneration(reportOf([])), "");
});

Deno.test("readPath() takes the pair that says it is selected where no transport tells", () => {
  const older = firefoxDirect.filter(({ type }) => type !== "transport");
  assertEquals(readPath(reportOf(older)), readPath(reportOf(firefoxDirect)));
  const undecided = older.map((stats) => stats.type === "candidate-pair" ? { ...stats, selected: false } : stats);
  assertEquals(readPath(reportOf(undecided)), undefined);
});

Deno.test("readPath() takes the nominated pair that works where nothing else tells", () => {
  const bare = chromiumRelayed.filter(({ type }) => type !== "transport");
  assertEquals(readPath(reportOf(bare)), readPath(reportOf(chromiumRelayed)));
  const failed = bare.map((stats) => stats.type === "candidate-pair" ? { ...stats, state: "failed" } : stats);
  assertEquals(readPath(reportOf(failed)), undefined);
});

Deno.test("readPath() knows of no path before there is one", () => {
  assertEquals(readPath(reportOf([])), undefined);
  assertEquals(readPath(reportOf([{ id: "T01", type: "transport" }])), undefined);
});

Deno.test("readPath() leaves out what Firefox redacts, and a round trip that wasn't measured", () => {
  const redacted = firefoxRelayed.map((stats) => {
    if (stats.type === "remote-candidate") return { ...stats, address: "(redacted)", candidateType: "prflx" };
    const { currentRoundTripTime: _, ...rest } = { currentRoundTripTime: 0, ...stats };
    return rest;
  });
  const path = readPath(reportOf(redacted));
  assertEquals(path?.remote, { type: "prflx", protocol: "udp", port: 54332 });
  assertEquals(path?.roundTripMs, undefined);
});

function reportOf(stats: readonly { id: string; type: string }[]): RTCStatsReport {
  return new Map(stats.map((it) => [it.id, it]));
}

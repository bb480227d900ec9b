import { browserDeps } from "@/lib/client/browser.ts";
import { gatherFrom, type Probe, type ServerReport } from "./gather.ts";
import { isTurn } from "./ice_url.ts";
import { callItself, type LoopReport } from "./loop.ts";
import { reachByHttp, reachBySocket, type ReachReport } from "./reach.ts";
import { judge, type Verdict } from "./verdict.ts";

/** The results of a self-test so far. */
export interface SelfTestReport {
  /** The browser's own addresses, then each configured server. */
  readonly servers: readonly ServerReport[];
  /** A call from the page to itself, without any server. */
  readonly local: LoopReport;
  /** The same over relays only; `undefined` if no TURN server is configured. */
  readonly relayed: LoopReport | undefined;
  /** The signaling server over HTTP. */
  readonly http: ReachReport;
  /** The signaling server over a WebSocket. */
  readonly socket: ReachReport;
  /** Set once the test is complete. */
  readonly verdict?: Verdict;
}

export interface SelfTestOptions {
  iceServers: readonly RTCIceServer[];
  /** Called for each change. */
  onChange(report: SelfTestReport): void;
  /** Stops the test and releases everything; `onChange` isn't called any more. */
  abort: AbortSignal;
}

/** What a self-test uses of the browser. */
export interface SelfTestDeps {
  fetch: typeof fetch;
  /** `undefined` if the browser has no WebRTC. */
  createPeer: ((configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
  createSocket: ((path: string) => WebSocket) | undefined;
  /** Milliseconds, from any origin. */
  now(): number;
}

/** How long a self-test may take, in milliseconds. */
export const SELF_TEST_MS = 12_000;

/** How many servers are tested: browsers slow down with many, and warn about more than four. */
const MAX_SERVERS = 8;

/**
 * Tests what this browser and its network can do: which addresses it finds, whether it can connect to itself, directly
 * and over a relay, and whether it reaches the signaling server. Takes at most 12 s.
 *
 * @throws the abort's reason; nothing else
 */
export async function runSelfTest(options: SelfTestOptions, deps: Partial<SelfTestDeps> = {}): Promise<SelfTestReport> {
  const { createPeer, ...rest } = { ...browserDeps(), now: withinPage, ...deps };
  const { abort, iceServers } = options;
  abort.throwIfAborted();
  const list = createPeer === undefined ? [] : [undefined, ...split(iceServers).slice(0, MAX_SERVERS)];
  const hasTurn = list.some((server) => isTurn(server?.urls ?? ""));
  const running = { state: "running" } as const;
  let report: SelfTestReport = {
    servers: list.map((server) => ({ url: server?.urls ?? "", state: "running", candidates: NONE })),
    local: createPeer === undefined ? { state: "failed" } : running,
    relayed: hasTurn ? running : undefined,
    http: running,
    socket: running,
  };

  const time = new AbortController();
  const stop = () => time.abort();
  const timer = setTimeout(stop, SELF_TEST_MS);
  abort.addEventListener("abort", stop, { once: true });
  const show = (change: Partial<SelfTestReport>) => {
    if (abort.aborted) return;
    report = { ...report, ...change };
    options.onChange(report);
  };
  try {
    show({});
    const within = { ...rest, abort: time.signal };
    const tries: Promise<void>[] = [
      reachByHttp(within).then((http) => show({ http })),
      reachBySocket(within).then((socket) => show({ socket })),
    ];
    if (createPeer !== undefined) {
      const probe: Probe = { ...within, createPeer };
      tries.push(callItself({ iceServers: [] }, probe).then((local) => show({ local })));
      if (hasTurn) {
        const relayOnly: RTCConfiguration = { iceServers: [...iceServers], iceTransportPolicy: "relay" };
        tries.push(callItself(relayOnly, probe).then((relayed) => show({ relayed })));
      }
      list.forEach((server, index) =>
        tries.push(
          gatherFrom(server, probe).then((found) => {
            show({ servers: report.servers.map((it, at) => at === index ? found : it) });
          }),
        )
      );
    }
    await Promise.all(tries);
    abort.throwIfAborted();
    show({ verdict: createPeer === undefined ? "unsupported" : judge(report) });
    return report;
  } finally {
    clearTimeout(timer);
    abort.removeEventListener("abort", stop);
  }
}

const NONE = { host: 0, srflx: 0, prflx: 0, relay: 0, udp: 0, all: 0 };

// One at a time: Firefox doesn't say which of several servers a candidate came from.
function split(servers: readonly RTCIceServer[]): (RTCIceServer & { urls: string })[] {
  return servers.flatMap((server) => [server.urls].flat().map((url) => ({ ...server, urls: url })));
}

// Finer than the wall clock: within a page, a message takes less than a millisecond.
function withinPage(): number {
  return performance.now();
}

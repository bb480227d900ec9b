import { browserDeps } from "@/lib/client/browser.ts";
import { gatherFrom, type Probe, type ServerReport } from "./gather.ts";
import { isTurn } from "./ice_url.ts";
import { callItself, type LoopReport } from "./loop.ts";
import { reachByHttp, reachBySocket, type ReachReport } from "./reach.ts";
import { judge, type Verdict } from "./verdict.ts";

/** What a self-test has found so far. */
export interface SelfTestReport {
  /** The browser's own addresses first, then each server of the configuration. */
  readonly servers: readonly ServerReport[];
  /** A call from the page to itself, without any server. */
  readonly local: LoopReport;
  /** The same over relays only; `undefined` where no TURN server is configured. */
  readonly relayed: LoopReport | undefined;
  /** The signaling server: whether it answers, and whether a WebSocket gets there. */
  readonly http: ReachReport;
  readonly socket: ReachReport;
  /** Once all is done. */
  readonly verdict?: Verdict;
}

/** What a self-test tries. */
export interface SelfTestOptions {
  iceServers: readonly RTCIceServer[];
  /** Is told of each change. */
  onChange(report: SelfTestReport): void;
  /** Stops it: nothing more is told, and all is released. */
  abort: AbortSignal;
}

/** What it takes from the browser. */
export interface SelfTestDeps {
  fetch: typeof fetch;
  /** `undefined` where the browser has no WebRTC. */
  createPeer: ((configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
  createSocket: ((path: string) => WebSocket) | undefined;
  /** Milliseconds since some moment. */
  now(): number;
}

/** How long all of it may take at most, in milliseconds. */
export const SELF_TEST_MS = 12_000;

/** Browsers slow down with many servers, and warn of more than four. */
const MAX_SERVERS = 8;

/**
 * Tries what this browser and its network can do: which addresses it finds, whether it can connect to itself, directly
 * and over a relay, and how it reaches the signaling server. Takes 12 s at most, and rejects with nothing but the
 * abort's reason.
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

// One at a time: Firefox doesn't tell which of several servers a candidate came from.
function split(servers: readonly RTCIceServer[]): (RTCIceServer & { urls: string })[] {
  return servers.flatMap((server) => [server.urls].flat().map((url) => ({ ...server, urls: url })));
}

// Finer than the clock on the wall: within a page a message takes less than a millisecond.
function withinPage(): number {
  return performance.now();
}

import type { PathEnd } from "./journal.ts";

/** The pair of candidates in use, and the traffic of the connection. */
export interface Path {
  readonly local: PathEnd;
  readonly remote: PathEnd;
  /** The round trip of the last check; missing before the first. */
  readonly roundTripMs?: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

/** The statistics read here (W3C webrtc-stats, sections 8.15 to 8.17). */
interface Stats {
  readonly type: string;
  readonly id: string;
  readonly selectedCandidatePairId?: string;
  readonly selected?: boolean;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly transportId?: string;
  readonly localCandidateId?: string;
  readonly remoteCandidateId?: string;
  readonly currentRoundTripTime?: number;
  readonly bytesSent?: number;
  readonly bytesReceived?: number;
  readonly candidateType?: RTCIceCandidateType;
  readonly protocol?: string;
  readonly relayProtocol?: string;
  readonly address?: string | null;
  readonly port?: number | null;
  readonly usernameFragment?: string;
}

/**
 * Reads the ICE generation of the path in use, by this side's username fragment; `""` without a path, `undefined` if
 * the browser doesn't say.
 */
export function readGeneration(report: RTCStatsReport): string | undefined {
  const all = byId(report);
  const pair = selectedPair(all);
  return pair === undefined ? "" : all.get(pair.localCandidateId ?? "")?.usernameFragment;
}

/** Reads the path in use from a peer connection's statistics; `undefined` if there is none. */
export function readPath(report: RTCStatsReport): Path | undefined {
  const all = byId(report);
  const pair = selectedPair(all);
  const local = readEnd(all.get(pair?.localCandidateId ?? ""));
  const remote = readEnd(all.get(pair?.remoteCandidateId ?? ""));
  if (pair === undefined || local === undefined || remote === undefined) return undefined;
  // The transport counts the traffic of all pairs used so far, a pair only its own.
  const counted = all.get(pair.transportId ?? "");
  const { currentRoundTripTime: roundTripSeconds } = pair;
  return {
    local,
    remote,
    ...(roundTripSeconds === undefined ? {} : { roundTripMs: roundTripSeconds * 1_000 }),
    bytesSent: counted?.bytesSent ?? pair.bytesSent ?? 0,
    bytesReceived: counted?.bytesReceived ?? pair.bytesReceived ?? 0,
  };
}

function byId(report: RTCStatsReport): ReadonlyMap<string, Stats> {
  const all = new Map<string, Stats>();
  report.forEach((stats: Stats) => all.set(stats.id, stats));
  return all;
}

// Chromium nominates several pairs in turn, and only its transport says which is in use. Firefox marks the pair; in
// newer versions its transport says it too.
function selectedPair(all: ReadonlyMap<string, Stats>): Stats | undefined {
  const every = [...all.values()];
  const told = every.find(({ type, selectedCandidatePairId }) =>
    type === "transport" && all.has(selectedCandidatePairId ?? "")
  );
  if (told !== undefined) return all.get(told.selectedCandidatePairId ?? "");
  const pairs = every.filter(({ type }) => type === "candidate-pair");
  return pairs.find(({ selected }) => selected === true) ??
    pairs.find(({ selected, nominated, state }) => selected === undefined && nominated && state === "succeeded");
}

function readEnd(candidate: Stats | undefined): PathEnd | undefined {
  if (candidate?.candidateType === undefined) return undefined;
  const { candidateType: type, protocol = "", relayProtocol, port } = candidate;
  const address = readAddress(candidate.address);
  return {
    type,
    protocol,
    ...(address === undefined ? {} : { address }),
    ...(typeof port === "number" ? { port } : {}),
    ...(relayProtocol === undefined ? {} : { relayProtocol }),
  };
}

// Chromium has "" for hidden addresses, Firefox an mDNS name or a remark.
function readAddress(address: string | null | undefined): string | undefined {
  return address && /[.:]/.test(address) && !address.endsWith(".local") ? address : undefined;
}

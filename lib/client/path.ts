import type { PathEnd } from "./journal.ts";

/** The pair of candidates in use, and what has passed over the connection so far. */
export interface Path {
  readonly local: PathEnd;
  readonly remote: PathEnd;
  /** How long the last check of the path took, there and back; missing before the first. */
  readonly roundTripMs?: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

/** What of a peer connection's statistics is read here (W3C webrtc-stats, sections 8.15 to 8.17). */
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
 * The ICE generation whose path is in use, by this side's username fragment; `""` while there is no path, `undefined`
 * where the browser doesn't tell.
 */
export function readGeneration(report: RTCStatsReport): string | undefined {
  const all = byId(report);
  const pair = selectedPair(all);
  return pair === undefined ? "" : all.get(pair.localCandidateId ?? "")?.usernameFragment;
}

/** Reads the path in use out of a peer connection's statistics; `undefined` while there is none. */
export function readPath(report: RTCStatsReport): Path | undefined {
  const all = byId(report);
  const pair = selectedPair(all);
  const local = readEnd(all.get(pair?.localCandidateId ?? ""));
  const remote = readEnd(all.get(pair?.remoteCandidateId ?? ""));
  if (pair === undefined || local === undefined || remote === undefined) return undefined;
  // Where the transport counts, it counts over all pairs that were in use one after another.
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

// Chromium nominates several pairs one after another, and only its transport tells which is in use. Firefox marks the
// pair itself; its transport tells as well, though not in older versions.
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

// Chromium says "" for what it keeps to itself, Firefox an mDNS name or a remark.
function readAddress(address: string | null | undefined): string | undefined {
  return address && /[.:]/.test(address) && !address.endsWith(".local") ? address : undefined;
}

import type { CandidateCount } from "./candidates.ts";
import type { Course } from "./course.ts";
import type { Finding, Setting } from "./diagnose.ts";
import { type Evidence, evidence } from "./diagnosis.ts";
import { hostOf, isTurn, isUdp, machineOf, urlsOf } from "./ice_url.ts";

/** The error code for an unreachable STUN or TURN server (webrtc-pc, section 4.8.2). */
export const UNREACHABLE = 701;

/** If a call ends this soon after both descriptions are known, someone hung up; it isn't for lack of a path. */
const SOON_MS = 8_000;

/** After how long a server counts as silent; Chromium itself tries for half a minute before it says so. */
const SILENT_MS = 5_000;

/** Finds out why two browsers that have exchanged descriptions can't reach each other. */
export function findNoPath(course: Course, setting: Setting): Finding {
  const gone = left(course);
  return mismatch(course) ?? findNoRelay(course, setting) ?? blocked(course, setting) ??
    stranger(course, setting) ?? (isHopeless(course) ? undefined : gone) ?? relay(course, setting) ??
    silence(course, setting) ?? poverty(course, setting) ?? gone ??
    ["unknown", ...candidates(course), ...connecting(course, setting)];
}

/** Finds out, even before there is another side, that this one may use relays only and that there are none. */
export function findNoRelay({ own }: Course, { relayOnly = false, iceServers }: Setting): Finding | undefined {
  if (!relayOnly || own.relay > 0 || urlsOf(iceServers).some(isTurn)) return undefined;
  return ["relay-not-configured", evidence("only-relayed"), evidence("no-turn")];
}

function blocked(course: Course, { now, relayOnly = false }: Setting): Finding | undefined {
  const { own, gathered, reason, lastAt, endedAt = now } = course;
  // Firefox doesn't even start gathering if it may only use proxies.
  const isDone = gathered || own.all === 0 && (reason === "failed" || endedAt - lastAt >= SILENT_MS);
  if (!isDone || own.udp > 0 || own.relay > 0 || relayOnly) return undefined;
  return ["udp-blocked", ...candidates(course)];
}

// A side that finds no path hangs up as well, but not this soon.
function left(course: Course): Finding | undefined {
  const refusal = course.refusals.find(({ code, at }) => code === "call-ended" && at - course.lastAt < SOON_MS);
  return refusal && ["left", evidence("server-refused", { code: "call-ended", detail: refusal.detail })];
}

function mismatch(course: Course): Finding | undefined {
  if (!course.hadPath || course.openedAt !== undefined || course.reason !== "failed") return undefined;
  return ["fingerprint-mismatch", evidence("had-path"), evidence("no-channel")];
}

function relay(course: Course, setting: Setting): Finding | undefined {
  if (course.own.relay > 0) return undefined;
  const said = course.errors.filter(({ url, code }) => isTurn(url) && code !== UNREACHABLE);
  if (said.length === 0) return undefined;
  return [
    "turn-refused",
    ...said.map(({ url, code, text }) => evidence("ice-server-said", { url, code, text })),
    ...candidates(course),
    ...connecting(course, setting),
  ];
}

function silence(course: Course, setting: Setting): Finding | undefined {
  const silent = silentServers(course, setting);
  if (silent.length === 0) return undefined;
  if (setting.relayOnly) return silentRelay(course, silent);
  // One host may be down; several at once hardly are.
  const machines = new Set(silent.map(machineOf));
  const overUdp = new Set(urlsOf(setting.iceServers).filter(isUdp).map(machineOf));
  const isBlocked = course.own.srflx === 0 && overUdp.size > 1 && overUdp.isSubsetOf(machines);
  return [
    isBlocked ? "udp-blocked" : silent.some(isTurn) ? "turn-unreachable" : "stun-unreachable",
    ...silent.map((url) => evidence("ice-server-silent", { url })),
    ...candidates(course),
    ...connecting(course, setting),
  ];
}

// Where only relays may be used, the browser tries no direct path: nothing shows that the network blocks it.
function silentRelay(course: Course, silent: readonly string[]): Finding | undefined {
  const urls = silent.filter(isTurn);
  if (urls.length === 0) return undefined;
  const [own] = candidates(course);
  return [
    "relay-silent",
    evidence("only-relayed"),
    ...urls.map((url) => evidence("ice-server-silent", { url })),
    ...(own === undefined ? [] : [own]),
  ];
}

// A browser with several network interfaces also reports servers that it can't reach from only one of them.
function silentServers({ own, gathered, gatheringAt, endedAt, errors }: Course, setting: Setting): string[] {
  const isMissed = (url: string) => own.relay === 0 && (isTurn(url) || own.srflx === 0);
  const reported = errors.filter(({ code }) => code === UNREACHABLE).map(({ url }) => url);
  const urls = urlsOf(setting.iceServers);
  const searchedMs = gatheringAt === undefined ? 0 : (endedAt ?? setting.now) - gatheringAt;
  // If the browser is still gathering by now, no server has responded; nor if it has found none of the relays it needs.
  const isAsking = gathered ? setting.relayOnly : searchedMs >= SILENT_MS && own.srflx === 0;
  const answered = errors.map(({ url }) => hostOf(url));
  const asked = isAsking ? urls.filter((url) => !answered.includes(hostOf(url))) : [];
  return [...new Set([...reported, ...asked])].filter(isMissed);
}

function stranger(course: Course, setting: Setting): Finding | undefined {
  const { own, theirs, told } = course;
  if (own.all === 0 || !told || theirs.all > 0) return undefined;
  return ["no-address-there", ...candidates(course), ...connecting(course, setting)];
}

function poverty(course: Course, setting: Setting): Finding | undefined {
  const { own, theirs } = course;
  const { relayOnly = false, iceServers } = setting;
  // Without a direct path to try, the addresses say nothing about one.
  if (relayOnly || own.relay > 0 || theirs.all === 0 || theirs.relay > 0) return undefined;
  return [
    "no-relay",
    ...(urlsOf(iceServers).some(isTurn) ? [] : [evidence("no-turn")]),
    ...candidates(course),
    ...connecting(course, setting),
  ];
}

/** Whether a side has no address at all; then it doesn't matter who left. */
function isHopeless({ own, theirs, gathered, told }: Course): boolean {
  return gathered && own.all === 0 || told && theirs.all === 0;
}

function candidates({ own, theirs }: Course): Evidence[] {
  return [
    own.all === 0 ? evidence("own-none") : evidence("own-candidates", counted(own)),
    theirs.all === 0 ? evidence("their-none") : evidence("their-candidates", counted(theirs)),
  ];
}

function counted({ host, srflx, prflx, relay }: CandidateCount): Record<string, number> {
  return { local: host, public: srflx + prflx, relayed: relay };
}

function connecting({ endedAt, lastAt }: Course, { now }: Setting): Evidence[] {
  return [evidence("connecting", { timeMs: (endedAt ?? now) - lastAt })];
}

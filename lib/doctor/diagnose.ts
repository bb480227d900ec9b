import type { JournalEntry } from "@/lib/client/mod.ts";
import { type Course, readCourse } from "./course.ts";
import { type Cause, type Diagnosis, type Evidence, evidence } from "./diagnosis.ts";
import { findNoPath, findNoRelay } from "./no_path.ts";

/** What a diagnosis needs beside the journal. */
export interface Setting {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly iceServers: readonly RTCIceServer[];
  /** Only relayed paths may be used. */
  readonly relayOnly?: boolean;
}

/** How many requests in a row have to fail before the server counts as unreachable. */
const MAX_VAIN = 2;

/**
 * Finds out why a call isn't connected, or no longer is; `undefined` if nothing is wrong. It doesn't guess: if the
 * journal isn't conclusive, the cause is `unknown`.
 */
export function diagnose(journal: readonly JournalEntry[], setting: Setting): Diagnosis | undefined {
  const course = readCourse(journal);
  const found = course && findCause(course, setting);
  if (course === undefined || found === undefined) return undefined;
  const [cause, ...evidence] = found;
  return { cause, role: course.role, settled: course.phase === "ended", evidence };
}

/** A cause with its evidence. */
export type Finding = readonly [Cause, ...Evidence[]];

function findCause(course: Course, setting: Setting): Finding | undefined {
  switch (course.reason) {
    case "unsupported":
      return ["unsupported"];
    case "unreachable":
      return outage(course, ...refusals(course));
    case "failing":
      return outage(course);
    case "replaced":
      return ["replaced", waited(course, setting), ...refusals(course)];
    case "expired":
      return expired(course, setting);
    case "refused":
      return ["refused", ...detail(course)];
    case "left":
      return left(course, setting);
    default:
      return findByPhase(course, setting);
  }
}

// Hanging up while waiting gets a diagnosis, too.
function findByPhase(course: Course, setting: Setting): Finding | undefined {
  switch (course.last) {
    case "offering":
    case "answering":
      return course.reason === "failed" ? findNoPath(course, setting) : notServed(course, setting);
    case "waiting":
    case "looking":
      if (course.refusedAnswer !== undefined) return ["answered-too-late", ...refusals(course)];
      if (course.vain >= MAX_VAIN) return outage(course);
      return findNoRelay(course, setting) ?? ["nobody-came", waited(course, setting)];
    case "connecting":
      return findNoPath(course, setting);
    case "reconnecting":
      return ["connection-lost", evidence("no-path"), ...inVain(course)];
    default:
      return undefined;
  }
}

function left(course: Course, setting: Setting): Finding {
  if (course.last === "waiting") {
    // The server's clock decides, not this device's.
    if (course.refusals.at(-1)?.code === "expired") return expired(course, setting);
    return ["room-cleared", ...refusals(course)];
  }
  const { endedAt = course.lastAt, openedAt } = course;
  // A side that finds no path also hangs up in the end.
  const found = course.last === "connecting" ? findNoPath(course, setting) : undefined;
  if (found !== undefined && found[0] !== "unknown") return found;
  return ["left", openedAt === undefined ? evidence("no-channel") : evidence("talked", { timeMs: endedAt - openedAt })];
}

function expired(course: Course, setting: Setting): Finding {
  return ["offer-expired", waited(course, setting), ...refusals(course)];
}

function notServed(course: Course, { now }: Setting): Finding {
  const { pendingSince, endedAt = now } = course;
  const pending = pendingSince === undefined ? [] : [evidence("pending", { timeMs: endedAt - pendingSince })];
  if (course.vain > 0) return outage(course, ...pending);
  return ["unknown", ...pending, ...refusals(course)];
}

function outage(course: Course, ...more: readonly Evidence[]): Finding {
  const { failure } = course;
  if (failure === undefined) return ["server-unreachable", ...inVain(course), ...more];
  const { status, code } = failure;
  const shown = code === undefined
    ? evidence("server-failed", { status })
    : evidence("server-failed-with", { status, code });
  return ["server-failing", shown, ...more];
}

function waited({ endedAt, lastAt }: Course, { now }: Setting): Evidence {
  return evidence("waited", { timeMs: (endedAt ?? now) - lastAt });
}

function inVain({ vain }: Course): Evidence[] {
  return vain === 0 ? [] : [vain === 1 ? evidence("in-vain-once") : evidence("in-vain", { count: vain })];
}

function refusals({ refusals, refusedAnswer }: Course): Evidence[] {
  const { code, detail } = refusedAnswer ?? refusals.findLast(({ code }) => code !== undefined) ?? {};
  return code === undefined ? [] : [evidence("server-refused", { code, detail: detail ?? "" })];
}

function detail(course: Course): Evidence[] {
  const told = refusals(course);
  return told.length > 0 || course.detail === undefined ? told : [evidence("detail", { detail: course.detail })];
}

import type { JournalEntry } from "@/lib/client/mod.ts";
import { type Course, readCourse } from "./course.ts";
import { type Cause, type Diagnosis, type Evidence, evidence } from "./diagnosis.ts";
import { findNoPath } from "./no_path.ts";

/** What a journal doesn't tell. */
export interface Setting {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly iceServers: readonly RTCIceServer[];
  /** Only relayed paths may be used. */
  readonly relayOnly?: boolean;
}

/** How often in a row the server has to be silent before that is why nothing happens. */
const MAX_VAIN = 2;

/**
 * Names the one cause that a call isn't connected, or isn't any more, from what its journal tells; `undefined` where
 * nothing is wrong. Nothing is guessed: where the journal doesn't tell, the cause is `unknown`.
 */
export function diagnose(journal: readonly JournalEntry[], setting: Setting): Diagnosis | undefined {
  const course = readCourse(journal);
  const found = course && findCause(course, setting);
  if (course === undefined || found === undefined) return undefined;
  const [cause, ...evidence] = found;
  return { cause, role: course.role, settled: course.phase === "ended", evidence };
}

/** A cause, and what speaks for it. */
export type Finding = readonly [Cause, ...Evidence[]];

function findCause(course: Course, setting: Setting): Finding | undefined {
  switch (course.reason) {
    case "unsupported":
      return ["unsupported"];
    case "unreachable":
      return ["server-unreachable", ...inVain(course), ...refusals(course)];
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

// A person who gives up wants to know as well.
function findByPhase(course: Course, setting: Setting): Finding | undefined {
  switch (course.last) {
    case "offering":
    case "answering":
      return course.reason === "failed" ? findNoPath(course, setting) : notServed(course, setting);
    case "waiting":
    case "looking":
      if (course.refusedAnswer !== undefined) return ["answered-too-late", ...refusals(course)];
      if (course.vain >= MAX_VAIN) return ["server-unreachable", ...inVain(course)];
      return ["nobody-came", waited(course, setting)];
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
    // By the server's clock, whatever this machine's says.
    if (course.refusals.at(-1)?.code === "expired") return expired(course, setting);
    return ["room-cleared", ...refusals(course)];
  }
  const { endedAt = course.lastAt, openedAt } = course;
  // Who finds no path gives up and clears the room as well.
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
  if (course.vain > 0) return ["server-unreachable", ...inVain(course), ...pending];
  return ["unknown", ...pending, ...refusals(course)];
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

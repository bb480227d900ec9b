import type { CallState, EndReason, JournalEntry } from "@/lib/client/mod.ts";
import type { NumberedMessage, RefusalCode, Side } from "@/lib/protocol/mod.ts";
import { type CandidateCount, countGathered, countHeard } from "./candidates.ts";

type Entry<T extends JournalEntry["type"]> = Extract<JournalEntry, { type: T }>;

/** The course of a journal's last call. */
export interface Course {
  readonly role: Side;
  readonly phase: CallState["phase"];
  /** The last phase before the end; the current one if the call hasn't ended. */
  readonly last: CallState["phase"];
  /** When `last` began, in epoch milliseconds. */
  readonly lastAt: number;
  readonly endedAt: number | undefined;
  readonly reason: EndReason | undefined;
  readonly detail: string | undefined;
  /** When the channels opened, if they have. */
  readonly openedAt: number | undefined;
  /** ICE has found a path at some time. */
  readonly hadPath: boolean;
  /** The last state of ICE, other than `closed`. */
  readonly ice: string | undefined;
  /** This browser's candidates. */
  readonly own: CandidateCount;
  /** Gathering is complete. */
  readonly gathered: boolean;
  /** When gathering began. */
  readonly gatheringAt: number | undefined;
  /** The other side's candidates. */
  readonly theirs: CandidateCount;
  /** The other side has sent its end of candidates. */
  readonly told: boolean;
  /** Errors of STUN and TURN servers, each once. */
  readonly errors: readonly Entry<"candidate-error">[];
  readonly refusals: readonly Entry<"refused">[];
  /** The last refusal of an answer. */
  readonly refusedAnswer: Entry<"refused"> | undefined;
  /** How many requests in a row have failed. */
  readonly vain: number;
  /** The error that the server responded with, if the last of these requests got a response. */
  readonly failure: { readonly status: number; readonly code?: RefusalCode } | undefined;
  /** When the oldest message was sent that the server hasn't confirmed. */
  readonly pendingSince: number | undefined;
}

/** Reads the course of a journal's last call; `undefined` if there was none. */
export function readCourse(journal: readonly JournalEntry[]): Course | undefined {
  const call = lastCall(journal);
  const phases = call.filter((entry) => entry.type === "phase");
  const now = phases.at(-1);
  const last = phases.findLast(({ phase }) => phase !== "ended") ?? now;
  const role = phases.find(({ role }) => role !== undefined)?.role;
  if (now === undefined || last === undefined || role === undefined) return undefined;
  const isOver = now.phase === "ended";
  const attempt = call.slice(call.findLastIndex((entry) => entry.type === "phase" && isFirst(entry.phase)));
  const messages = attempt.flatMap((entry): readonly NumberedMessage[] => entry.type === "heard" ? entry.messages : []);
  const ice = attempt.flatMap((entry) => entry.type === "state" && entry.of === "ice" ? [entry.state] : []);
  const refusals = call.filter((entry) => entry.type === "refused");
  const vain = sinceServed(call);
  const answers = new Set(call.flatMap((it) => it.type === "said" && it.messages.some(isAnswer) ? [it.id] : []));
  return {
    role,
    phase: now.phase,
    last: last.phase,
    lastAt: last.at,
    endedAt: isOver ? now.at : undefined,
    reason: now.reason,
    detail: now.detail,
    openedAt: phases.find(({ phase }) => phase === "open")?.at,
    hadPath: ice.some((state) => state === "connected" || state === "completed"),
    ice: ice.filter((state) => state !== "closed").at(-1),
    own: countGathered(attempt),
    gathered: attempt.some((entry) => entry.type === "gathered" && entry.candidate === null),
    gatheringAt: attempt.find((it) => it.type === "state" && it.of === "gathering" && it.state === "gathering")?.at,
    theirs: countHeard(messages),
    told: messages.some(({ type }) => type === "end-of-candidates"),
    errors: distinct(call.filter((entry) => entry.type === "candidate-error")),
    refusals,
    refusedAnswer: refusals.findLast(({ id, code }) => code !== undefined && id !== undefined && answers.has(id)),
    vain: vain.filter((it) => it.type === "cut" || it.code === undefined).length,
    failure: failureOf(vain),
    pendingSince: pendingSince(call),
  };
}

function isFirst(phase: CallState["phase"]): boolean {
  return phase === "offering" || phase === "looking";
}

// A callee whose answer is refused looks for another offer within the same call.
function lastCall(journal: readonly JournalEntry[]): readonly JournalEntry[] {
  let start = 0;
  let isIdle = true;
  journal.forEach((entry, index) => {
    if (entry.type !== "phase") return;
    if (isIdle && isFirst(entry.phase)) start = index;
    isIdle = entry.phase === "ended" || entry.phase === "idle";
  });
  return journal.slice(start);
}

function isAnswer({ type }: { readonly type: string }): boolean {
  return type === "answer";
}

function distinct(errors: readonly Entry<"candidate-error">[]): Entry<"candidate-error">[] {
  return [...new Map(errors.map((error) => [`${error.url} ${error.code}`, error])).values()];
}

function sinceServed(call: readonly JournalEntry[]): (Entry<"cut"> | Entry<"refused">)[] {
  const served = call.findLastIndex(({ type }) => type === "heard" || type === "nothing" || type === "taken");
  return call.slice(served + 1).filter((it) => it.type === "cut" || it.type === "refused");
}

function failureOf(vain: readonly (Entry<"cut"> | Entry<"refused">)[]): Course["failure"] {
  const { status, code } = vain.findLast((it) => it.type === "cut") ?? {};
  return status === undefined ? undefined : { status, ...(code === undefined ? {} : { code }) };
}

function pendingSince(call: readonly JournalEntry[]): number | undefined {
  const done = new Set(call.flatMap((it) => it.type === "taken" || it.type === "refused" ? [it.id] : []));
  return call.find((it) => it.type === "said" && !done.has(it.id))?.at;
}

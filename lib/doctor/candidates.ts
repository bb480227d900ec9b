import { candidateLinesIn, type NumberedMessage } from "@/lib/protocol/mod.ts";
import type { JournalEntry } from "@/lib/client/mod.ts";

/** Counts of candidates by type, over UDP, and in total. */
export interface CandidateCount {
  readonly host: number;
  readonly srflx: number;
  readonly prflx: number;
  readonly relay: number;
  readonly udp: number;
  readonly all: number;
}

/** Counts the candidates that this browser gathered. */
export function countGathered(entries: readonly JournalEntry[]): CandidateCount {
  return count(entries.flatMap((entry) => entry.type === "gathered" ? [entry.candidate?.candidate ?? ""] : []));
}

/** Counts the candidates that the other side sent, in its description and after it. */
export function countHeard(messages: readonly NumberedMessage[]): CandidateCount {
  return count(messages.flatMap((message) => {
    if (message.type === "candidate") return [message.candidate.candidate];
    if (message.type !== "offer" && message.type !== "answer") return [];
    return candidateLinesIn(message.sdp);
  }));
}

/** Counts candidate lines (RFC 8839, section 5.1); ignores any other text. */
export function count(lines: readonly string[]): CandidateCount {
  const total = { host: 0, srflx: 0, prflx: 0, relay: 0, udp: 0, all: 0 };
  for (const line of new Set(lines)) {
    const [, protocol, type] = /^candidate:\S+ \d+ (\S+) .* typ (host|srflx|prflx|relay)\b/.exec(line) ?? [];
    if (protocol === undefined) continue;
    total[type as "host" | "srflx" | "prflx" | "relay"]++;
    total.all++;
    if (protocol.toLowerCase() === "udp") total.udp++;
  }
  return total;
}

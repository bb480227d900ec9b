import type { JournalEntry } from "../client/mod.ts";
import type { Message } from "../protocol/mod.ts";

/** Returns the messages in journal entries: said, heard, or gathered and about to be said. */
export function messagesOf(entries: readonly JournalEntry[]): Message[] {
  return entries.flatMap((entry): readonly Message[] => {
    if (entry.type === "said" || entry.type === "heard") return entry.messages;
    if (entry.type !== "gathered") return [];
    if (entry.candidate === null) return [{ type: "end-of-candidates" }];
    const { candidate = "", ...rest } = entry.candidate;
    return [{ type: "candidate", candidate: { candidate, ...rest } }];
  });
}

import type { LadderWords } from "@/components/ladder/words.ts";

export type LearnWords = typeof import("@/words/en/learn.ts").learn;

/** The words of the recorded call. */
export interface ReplayWords {
  readonly exchanged: LearnWords["sections"]["exchanged"];
  readonly flow: LearnWords["sections"]["flow"];
  readonly steps: LearnWords["steps"];
  readonly ladder: LadderWords;
}

import type { LadderWords } from "@/components/ladder/words.ts";

/** The words of the page that explains signaling, in any language. */
export type LearnWords = typeof import("@/words/en/learn.ts").learn;

/** What the replay of a call says. */
export interface ReplayWords {
  readonly exchanged: LearnWords["sections"]["exchanged"];
  readonly flow: LearnWords["sections"]["flow"];
  readonly steps: LearnWords["steps"];
  readonly ladder: LadderWords;
}

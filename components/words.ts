import type { CallState } from "@/lib/client/mod.ts";
import type { Side } from "@/lib/protocol/mod.ts";
import type { CallWords } from "@/words/mod.ts";

/** What a person is told about a call: what is so, and what to do about it. */
export interface Told {
  readonly title: string;
  readonly next: string;
}

/** What is known beside the reason of an end, in the reader's language where there are words for it, or else in English. */
export function detailFor(state: CallState, words: CallWords): { text: string; lang?: "en" } | undefined {
  if (state.phase !== "ended" || state.detail === undefined) return undefined;
  const known: Partial<Record<string, string>> = words.details;
  const text = known[state.code ?? ""];
  return text === undefined ? { text: state.detail, lang: "en" } : { text };
}

/** The words for a state of the call; `suggested` is the side that the page has in mind for whoever is here. */
export function wordsFor(state: CallState, words: CallWords, suggested: Side | null = null): Told {
  if (state.phase === "ended") return words.ends[state.reason];
  if (state.phase === "looking" && state.occupied) return words.occupied;
  if (state.phase === "idle" && suggested !== null) return words.suggested[suggested];
  return words.phases[state.phase];
}

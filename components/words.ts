import type { CallState } from "@/lib/client/mod.ts";
import type { Side } from "@/lib/protocol/mod.ts";
import type { CallWords } from "@/words/mod.ts";

/** The state of a call, and what to do next. */
export interface Told {
  readonly title: string;
  readonly next: string;
}

/** Returns more about why a call ended, in the reader's language if there are words for it, otherwise in English. */
export function detailFor(state: CallState, words: CallWords): { text: string; lang?: "en" } | undefined {
  if (state.phase !== "ended" || state.detail === undefined) return undefined;
  const known: Partial<Record<string, string>> = words.details;
  const text = known[state.code ?? ""];
  return text === undefined ? { text: state.detail, lang: "en" } : { text };
}

/** Returns the words for a call's state; `suggested` is the side that the page suggests. */
export function wordsFor(state: CallState, words: CallWords, suggested: Side | null = null): Told {
  if (state.phase === "ended") return words.ends[state.reason];
  if (state.phase === "looking" && state.occupied) return words.occupied;
  if (state.phase === "idle" && suggested !== null) return words.suggested[suggested];
  return words.phases[state.phase];
}

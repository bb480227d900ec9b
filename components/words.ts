import type { CallState } from "@/lib/client/mod.ts";
import type { CallWords } from "@/words/mod.ts";
import type { RoleChoiceProps } from "./RoleChoice.tsx";

/** The state of a call, and what to do next. */
export interface Told {
  readonly title: string;
  readonly next: string;
}

/** Returns more about why a call ended, in the reader's language if there are words for it, otherwise in English. */
export function detailFor(state: CallState, words: CallWords): { text: string; lang?: "en" } | undefined {
  if (state.phase !== "ended" || state.detail === undefined) return undefined;
  const known: Partial<Record<string, string>> = words.causes;
  const text = known[state.code ?? ""];
  return text === undefined ? { text: state.detail, lang: "en" } : { text };
}

/** Returns the words for a call's state; in a room other ones than in the lobby. */
export function wordsFor(state: CallState, words: CallWords, suggested: RoleChoiceProps["suggested"] = null): Told {
  if (state.phase === "ended") return words.ends[state.reason];
  if (state.phase === "looking" && state.occupied) return words.occupied;
  if (state.phase === "idle" && suggested !== null) return words.suggested[suggested];
  if (suggested !== null && (state.phase === "waiting" || state.phase === "looking")) return words.inRoom[state.phase];
  return words.phases[state.phase];
}

import { type Signal, useSignal } from "@preact/signals";
import { loadWords } from "@/components/parts.ts";
import { hrefIn, type Language } from "@/words/languages.ts";
import type { Words } from "@/words/mod.ts";

/** What a call says, and in which language. */
export interface Spoken {
  readonly language: Language;
  readonly words: Pick<Words, "call" | "chat" | "parts" | "room">;
}

/** Returns the words of a call, and a function that changes their language in place: a new page would end the call. */
export function useWords(first: Spoken): { spoken: Signal<Spoken>; speak(language: Language): Promise<void> } {
  const spoken = useSignal(first);
  return {
    spoken,
    async speak(language) {
      spoken.value = { language, words: await loadWords(language) };
      document.documentElement.lang = language;
      // Also after a reload.
      history.replaceState(history.state, "", hrefIn(language, location.pathname + location.search + location.hash));
    },
  };
}

import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { JournalEntry } from "@/lib/client/mod.ts";
import { messagesOf } from "@/lib/inspect/messages_of.ts";
import type { Language } from "@/words/languages.ts";
import type { PartsWords } from "@/words/mod.ts";
import { loadInspector } from "./parts.ts";

export interface InspectedProps {
  /** What to look into, together. */
  entries: readonly JournalEntry[];
  words: PartsWords;
  language: Language;
  onClose(): void;
}

/** The inspector, which is fetched when something is to be looked into for the first time. */
export function Inspected({ entries, words, language, onClose }: InspectedProps) {
  const loaded = useSignal<Awaited<ReturnType<typeof loadInspector>> | "failed" | undefined>(undefined);
  useEffect(() => {
    loadInspector(language).then((it) => loaded.value = it, () => loaded.value = "failed");
  }, [language]);

  const messages = useMemo(() => messagesOf(entries), [entries]);
  if (loaded.value === undefined) return <p class="hint">{words.loading}</p>;
  if (loaded.value === "failed") return <p class="problem" role="alert">{words.failed}</p>;
  const { Inspector, words: inspectorWords } = loaded.value;
  return <Inspector messages={messages} words={inspectorWords} language={language} onClose={onClose} />;
}

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Message } from "@/lib/protocol/mod.ts";
import type { Language } from "@/words/languages.ts";
import { loadInspector } from "./parts.ts";

export interface InspectedProps {
  /** Shown together. */
  messages: readonly Message[];
  /** Without `loading`, nothing is shown until the inspector has loaded. */
  words: { readonly loading?: string; readonly failed: string };
  language: Language;
  onClose(): void;
}

/** Loads the inspector and shows messages in it. */
export function Inspected({ messages, words, language, onClose }: InspectedProps) {
  const loaded = useSignal<Awaited<ReturnType<typeof loadInspector>> | "failed" | undefined>(undefined);
  useEffect(() => {
    if (loaded.value === "failed") loaded.value = undefined;
    loadInspector(language).then((it) => loaded.value = it, () => loaded.value = "failed");
  }, [language, messages]);

  if (loaded.value === undefined) return words.loading === undefined ? null : <p class="hint">{words.loading}</p>;
  if (loaded.value === "failed") return <p class="problem" role="alert">{words.failed}</p>;
  const { Inspector, words: inspectorWords } = loaded.value;
  return <Inspector messages={messages} words={inspectorWords} language={language} onClose={onClose} />;
}

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CallView, SendResult } from "@/lib/client/mod.ts";
import type { Language } from "@/words/languages.ts";
import type { ChatWords } from "@/words/mod.ts";
import { MessageForm } from "./MessageForm.tsx";
import { loadMessages } from "./parts.ts";

export interface ChatProps {
  view: CallView;
  language: Language;
  words: ChatWords;
  onSend(text: string): SendResult;
  /** The person is typing. */
  onTyped?(): void;
}

/** The messages, and the field for a new one while the channel is open. */
export function Chat({ view: { state, messages, typing }, language, words, onSend, onTyped }: ChatProps) {
  const open = state.phase === "open" || state.phase === "reconnecting";
  const List = useSignal<Awaited<ReturnType<typeof loadMessages>> | undefined>(undefined);
  // If it can't be loaded, the next change tries again.
  useEffect(() => {
    if (List.value === undefined && state.phase !== "idle") loadMessages().then((it) => List.value = it, () => {});
  }, [state.phase, messages]);
  return (
    <section class="chat" aria-label={words.label}>
      {List.value === undefined
        ? (
          <div class="log-frame">
            <div class="log" role="log" aria-label={words.messages} aria-live="off" tabIndex={0}>
              <p class="empty">{open ? words.begin : words.empty}</p>
            </div>
          </div>
        )
        : (
          <List.value
            messages={messages}
            open={open}
            typing={open && typing}
            language={language}
            words={words}
          />
        )}
      <MessageForm open={open} language={language} words={words} onSend={onSend} onTyped={onTyped} />
    </section>
  );
}

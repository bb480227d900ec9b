import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CallView, SendResult } from "@/lib/client/mod.ts";
import type { Language } from "@/words/languages.ts";
import type { ChatWords } from "@/words/mod.ts";
import { MessageForm } from "./MessageForm.tsx";
import { loadMessages } from "./parts.ts";
import type { ChatFiles } from "./use_files.ts";

export interface ChatProps {
  view: CallView;
  files: ChatFiles;
  language: Language;
  words: ChatWords;
  onSend(text: string): SendResult;
  /** The person is typing. */
  onTyped?(): void;
}

/** The messages and files, and the field for a new message while the channel is open. */
export function Chat({ view: { state, messages, typing }, files, language, words, onSend, onTyped }: ChatProps) {
  const open = state.phase === "open" || state.phase === "reconnecting";
  const List = useSignal<Awaited<ReturnType<typeof loadMessages>> | undefined>(undefined);
  const { part, transfers, saved } = files;
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
            transfers={part === undefined ? NONE : transfers}
            open={open}
            typing={open && typing}
            language={language}
            words={words}
            renderTransfer={(transfer) =>
              part && (
                <part.TransferRow
                  key={transfer.id}
                  transfer={transfer}
                  words={part.words}
                  language={language}
                  onAccept={files.accept}
                  onDecline={files.decline}
                  onCancel={files.cancel}
                  onSave={(id) => saved.value = new Set([...saved.value, id])}
                />
              )}
          />
        )}
      {part && (
        <part.FilesDesk
          transfers={transfers}
          saved={saved.value}
          words={part.words}
          language={language}
          onAccept={files.accept}
        />
      )}
      <MessageForm open={open} files={files} language={language} words={words} onSend={onSend} onTyped={onTyped} />
      {files.hovering && (
        <p class="drop-sheet">
          {files.obstacle === undefined ? words.files.drop : words.files.troubles[files.obstacle]}
        </p>
      )}
    </section>
  );
}

const NONE: ChatFiles["transfers"] = [];

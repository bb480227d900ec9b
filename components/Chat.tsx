import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { CallView, ChatMessage, SendResult } from "@/lib/client/mod.ts";
import { fill } from "@/words/fill.ts";
import type { Language } from "@/words/languages.ts";
import type { ChatWords } from "@/words/mod.ts";
import { MessageForm } from "./MessageForm.tsx";
import { loadMessages } from "./parts.ts";
import { createUnread, type Unread } from "./unread.ts";

export interface ChatProps {
  view: CallView;
  language: Language;
  words: ChatWords;
  onSend(text: string): SendResult;
  /** The person is writing. */
  onTyped?(): void;
}

/** What was said, and the field to say more in while the channel is open. */
export function Chat({ view: { state, messages, typing }, language, words, onSend, onTyped }: ChatProps) {
  const open = state.phase === "open" || state.phase === "reconnecting";
  const List = useSignal<Awaited<ReturnType<typeof loadMessages>> | undefined>(undefined);
  useTitleOfUnread(messages, words.unread);
  // Where it can't be fetched it is tried again with what comes next.
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

/** Puts into the tab's title how many messages have come while the page was hidden or another window had the focus. */
function useTitleOfUnread(messages: readonly ChatMessage[], pattern: string): void {
  const unread = useRef<Unread>();
  useLayoutEffect(() => {
    const { title } = document;
    const made = unread.current = createUnread({
      isAway: () => document.hidden || !document.hasFocus(),
      show: (count) => document.title = count === 0 ? title : fill(pattern, { count, title }),
    });
    const onVisible = () => document.hidden || made.back();
    addEventListener("focus", made.back);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      removeEventListener("focus", made.back);
      document.removeEventListener("visibilitychange", onVisible);
      made.back();
    };
  }, []);
  useLayoutEffect(() => unread.current?.take(messages), [messages]);
}

import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { ChatMessage } from "@/lib/client/mod.ts";
import type { Language } from "@/words/languages.ts";
import type { ChatWords } from "@/words/mod.ts";
import { Message } from "./Message.tsx";

export interface MessageListProps {
  messages: readonly ChatMessage[];
  /** Said in place of messages. */
  empty: string;
  language: Language;
  words: ChatWords;
}

/** The messages, oldest first. It stays at its end, unless the reader has scrolled away from there. */
export function MessageList({ messages, empty, language, words }: MessageListProps) {
  const log = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const unseen = useSignal(false);
  const last = messages.at(-1);

  useLayoutEffect(() => {
    if (log.current === null || last === undefined) return;
    if (pinned.current || last.from === "me") scrollToEnd(log.current);
    else unseen.value = true;
  }, [last?.id]);

  useEffect(() => {
    const element = log.current;
    if (element === null) return;
    // The field below grows with its text and takes the room from here.
    const observer = new ResizeObserver(() => pinned.current && scrollToEnd(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  function onScroll() {
    if (log.current === null) return;
    pinned.current = isAtEnd(log.current);
    if (pinned.current) unseen.value = false;
  }

  function onCatchUp() {
    if (log.current === null) return;
    scrollToEnd(log.current);
    // The button goes away under the focus.
    log.current.focus();
  }

  return (
    <div class="log-frame">
      <div
        ref={log}
        class="log"
        role="log"
        aria-label={words.messages}
        aria-live="polite"
        aria-relevant="additions"
        tabIndex={0}
        onScroll={onScroll}
      >
        {messages.length === 0 ? <p class="empty">{empty}</p> : (
          <ol>
            {messages.map((message) => (
              <Message
                key={message.id}
                message={message}
                language={language}
                words={words}
              />
            ))}
          </ol>
        )}
      </div>
      {unseen.value && (
        <button
          type="button"
          class="button latest"
          onClick={onCatchUp}
        >
          {words.unseen}
        </button>
      )}
    </div>
  );
}

function scrollToEnd(element: HTMLElement): void {
  element.scrollTop = element.scrollHeight;
}

function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  // Browsers round the three differently, and a line short of the end is still the end to a reader.
  return scrollHeight - scrollTop - clientHeight < 24;
}

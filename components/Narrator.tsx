import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ChatMessage } from "@/lib/client/mod.ts";
import { fill } from "@/words/fill.ts";
import type { ChatWords } from "@/words/mod.ts";
import { messagesAfter } from "./unread.ts";

/** How long to collect messages before announcing them together, in milliseconds. */
const TOGETHER_MS = 300;

/** How many messages are read out one by one, and how much of each, in UTF-16 code units. */
const READ_OUT = { messages: 3, chars: 300 } as const;

/**
 * Announces to screen readers the other side's messages as they arrive, and what was done. The list itself isn't live,
 * since scrolling back adds messages to it, too.
 */
export function Narrator({ messages, done, words }: {
  messages: readonly ChatMessage[];
  done: string;
  words: ChatWords;
}) {
  const told = useSignal({ id: 0, text: "" });
  const toldId = useRef(0);
  const latest = useRef(messages);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  latest.current = messages;

  function tell(text: string) {
    told.value = { id: told.value.id + 1, text };
  }

  useEffect(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const news = messagesAfter(latest.current, toldId.current).filter(({ from }) => from === "them");
      toldId.current = latest.current.at(-1)?.id ?? 0;
      if (news.length > READ_OUT.messages) tell(fill(words.several, { count: news.length }));
      else if (news.length > 0) tell(news.map((it) => `${words.them} ${it.text.slice(0, READ_OUT.chars)}`).join("\n"));
    }, TOGETHER_MS);
  }, [messages]);
  useEffect(() => {
    if (done !== "") tell(done);
  }, [done]);
  useEffect(() => () => clearTimeout(timer.current), []);

  // A new key announces the same words again.
  return (
    <div class="visually-hidden" aria-live="polite">
      <p key={told.value.id}>{told.value.text}</p>
    </div>
  );
}

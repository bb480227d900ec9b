import type { CallView, SendResult } from "@/lib/client/mod.ts";
import type { Language } from "@/words/languages.ts";
import type { ChatWords } from "@/words/mod.ts";
import { MessageForm } from "./MessageForm.tsx";
import { MessageList } from "./MessageList.tsx";

export interface ChatProps {
  view: CallView;
  language: Language;
  words: ChatWords;
  onSend(text: string): SendResult;
}

/** What was said, and the field to say more in while the channel is open. */
export function Chat({ view: { state, messages }, language, words, onSend }: ChatProps) {
  const open = state.phase === "open" || state.phase === "reconnecting";
  return (
    <section class="chat" aria-label={words.label}>
      <MessageList messages={messages} empty={open ? words.begin : words.empty} language={language} words={words} />
      <MessageForm open={open} words={words} onSend={onSend} />
    </section>
  );
}

import { useSignal } from "@preact/signals";
import { copyText } from "@/components/copy_text.ts";
import { save } from "@/components/save.ts";
import type { ChatMessage } from "@/lib/client/mod.ts";
import { type Language, LANGUAGE_NAMES, LANGUAGES } from "@/words/languages.ts";
import type { CallWords, ChatWords } from "@/words/mod.ts";
import { transcribe } from "./transcript.ts";
import type { Attention } from "./use_attention.ts";

export interface TalkToolsProps {
  messages: readonly ChatMessage[];
  language: Language;
  words: { call: CallWords; chat: ChatWords };
  attention: Attention;
  onLanguage(language: Language): void;
}

/** What can be done with a conversation, and how the page behaves during it. */
export function TalkTools({ messages, language, words: { call: words, chat }, attention, onLanguage }: TalkToolsProps) {
  const copied = useSignal(false);
  const { sound, notifications } = attention.choices.value;
  const text = () => transcribe(messages, { me: chat.me, them: chat.them, language });

  async function copy() {
    copied.value = await copyText(text());
  }

  async function notify(wanted: boolean) {
    const granted = wanted && await globalThis.Notification?.requestPermission().catch(() => "denied") === "granted";
    attention.choose({ notifications: granted });
  }

  return (
    <div class="card talk-tools">
      <div class="inline-form">
        <button type="button" class="button" disabled={messages.length === 0} onClick={copy}>
          {copied.value ? words.details.copied : words.details.copy}
        </button>
        <button
          type="button"
          class="button"
          disabled={messages.length === 0}
          onClick={() => save("toucan.txt", "text/plain", text())}
        >
          {words.details.save}
        </button>
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={sound}
          onChange={({ currentTarget }) => attention.choose({ sound: currentTarget.checked })}
        />
        {words.attention.sound}
      </label>
      {"Notification" in globalThis && (
        <label class="choice">
          <input
            type="checkbox"
            checked={notifications && Notification.permission === "granted"}
            disabled={Notification.permission === "denied"}
            onChange={({ currentTarget }) => notify(currentTarget.checked)}
          />
          {words.attention.notifications}
        </label>
      )}
      <div class="inline-form" role="group" aria-label={words.details.language}>
        {LANGUAGES.map((other) => (
          <button
            key={other}
            type="button"
            class="button"
            lang={other}
            aria-pressed={other === language}
            onClick={() => onLanguage(other)}
          >
            {LANGUAGE_NAMES[other]}
          </button>
        ))}
      </div>
    </div>
  );
}

import type { ChatMessage } from "@/lib/client/mod.ts";
import type { Language } from "@/words/languages.ts";
import type { ChatWords } from "@/words/mod.ts";

export interface MessageProps {
  message: ChatMessage;
  language: Language;
  words: ChatWords;
}

/** One message, as text: nothing in it is taken for markup, and it runs in the direction of its own letters. */
export function Message({ message: { from, text, at, delivered }, language, words }: MessageProps) {
  return (
    <li class={`message ${from}`}>
      <span class="visually-hidden">{from === "me" ? words.me : words.them}</span>
      <p class="bubble" dir="auto">{text}</p>
      <p class="stamp">
        <time dateTime={new Date(at).toISOString()}>{clockIn(language).format(at)}</time>
        {from === "me" && (
          <>
            {" "}
            <span aria-hidden="true">{delivered ? "✓✓" : "✓"}</span>
            <span class="visually-hidden">{delivered ? words.delivered : words.sent}</span>
          </>
        )}
      </p>
    </li>
  );
}

const clocks = new Map<Language, Intl.DateTimeFormat>();

/** Made once: a list of messages would make one for each. */
function clockIn(language: Language): Intl.DateTimeFormat {
  const known = clocks.get(language);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" });
  clocks.set(language, made);
  return made;
}

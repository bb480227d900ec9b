import { useSignal } from "@preact/signals";
import type { TargetedKeyboardEvent, TargetedSubmitEvent } from "preact";
import type { SendResult } from "@/lib/client/mod.ts";
import { fill } from "@/words/fill.ts";
import type { Language } from "@/words/languages.ts";
import type { ChatWords } from "@/words/mod.ts";

export interface MessageFormProps {
  open: boolean;
  language: Language;
  words: ChatWords;
  onSend(text: string): SendResult;
  onTyped?: (() => void) | undefined;
}

/** The field for a new message. If it can't be sent, the text stays, with the reason below. */
export function MessageForm({ open, language, words, onSend, onTyped }: MessageFormProps) {
  const text = useSignal("");
  const problem = useSignal("");

  function submit() {
    const result = onSend(text.value);
    problem.value = result.sent ? "" : wordsForProblem(result, language, words);
    if (result.sent) text.value = "";
  }

  function onSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    submit();
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    if (open) submit();
  }

  return (
    <form class="composer" onSubmit={onSubmit}>
      <label class="label" for="message">{words.field}</label>
      <div class="row">
        <textarea
          id="message"
          class="field"
          rows={1}
          dir="auto"
          autocomplete="off"
          enterkeyhint="send"
          disabled={!open}
          value={text.value}
          aria-describedby="message-hint"
          aria-invalid={problem.value !== ""}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            problem.value = "";
            if (text.value !== "") onTyped?.();
          }}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="button primary" disabled={!open}>{words.send}</button>
      </div>
      <p id="message-hint" class="hint">
        {problem.value === "" ? words.hint : <span class="problem" role="alert">{problem.value}</span>}
      </p>
    </form>
  );
}

// Enter also ends the composition of a character (UI Events, section 4.3.3) without sending. Safari ends it
// just before the key event, which then has the key code of a composition.
function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}

function wordsForProblem(result: SendResult & { sent: false }, language: Language, words: ChatWords): string {
  const numbers = new Intl.NumberFormat(language);
  const values = Object.entries(result.values ?? {}).map(([name, value]) => [name, numbers.format(value)]);
  return fill(words.problems[result.code], Object.fromEntries(values));
}

import { useSignal } from "@preact/signals";
import type { TargetedKeyboardEvent, TargetedSubmitEvent } from "preact";
import type { SendResult } from "@/lib/client/mod.ts";
import { fill } from "@/words/fill.ts";
import type { Language } from "@/words/languages.ts";
import type { ChatWords } from "@/words/mod.ts";
import { Clip } from "./Clip.tsx";
import type { ChatFiles } from "./use_files.ts";

export interface MessageFormProps {
  open: boolean;
  files: ChatFiles;
  language: Language;
  words: ChatWords;
  onSend(text: string): SendResult;
  onTyped?: (() => void) | undefined;
}

/** The field for a new message, and the button for files. If it can't be sent, the text stays, with the reason below. */
export function MessageForm({ open, files, language, words, onSend, onTyped }: MessageFormProps) {
  const text = useSignal("");
  const problem = useSignal("");
  const trouble = files.trouble.value;

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
        <Clip files={files} words={words.files} />
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
            files.trouble.value = undefined;
            if (text.value !== "") onTyped?.();
          }}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="button primary" disabled={!open}>{words.send}</button>
      </div>
      <p id="message-hint" class="hint">
        {problem.value !== ""
          ? <span class="problem" role="alert">{problem.value}</span>
          : trouble === undefined
          ? words.hint
          : <span class="problem" role="alert">{words.files.troubles[trouble]}</span>}
        {trouble === "notLoaded" && (
          <>
            {" "}
            <button type="button" class="button" onClick={files.retry}>{words.files.retry}</button>
          </>
        )}
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

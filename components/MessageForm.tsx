import { useSignal } from "@preact/signals";
import type { TargetedKeyboardEvent, TargetedSubmitEvent } from "preact";
import type { SendResult } from "@/lib/client/mod.ts";
import type { ChatWords } from "@/words/mod.ts";

export interface MessageFormProps {
  open: boolean;
  words: ChatWords;
  onSend(text: string): SendResult;
}

/** The field for a message. What could not be sent stays in it, with the reason below. */
export function MessageForm({ open, words, onSend }: MessageFormProps) {
  const text = useSignal("");
  const problem = useSignal("");

  function submit() {
    const result = onSend(text.value);
    problem.value = result.sent ? "" : result.problem;
    if (result.sent) text.value = "";
  }

  function onSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    submit();
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLTextAreaElement>) {
    // Enter also ends the composition of a character (UI Events, section 4.3.3); that is not yet a message.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
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

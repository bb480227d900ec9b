import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useEffect } from "preact/hooks";
import { type Language, localHref } from "@/words/languages.ts";
import type { Words } from "@/words/mod.ts";
import { parseRoomName, pathOf, Refusal } from "@/lib/protocol/mod.ts";

export interface RoomFormProps {
  language: Language;
  /** Whether the address names the language. */
  chosen: boolean;
  words: Words["room"]["form"];
}

/** Goes to the page of a room by its name. */
export default function RoomForm({ language, chosen, words }: RoomFormProps) {
  const ready = useSignal(false);
  const name = useSignal("");
  const problem = useSignal("");
  useEffect(() => {
    ready.value = true;
  }, []);

  function onSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    try {
      location.assign(localHref(pathOf(parseRoomName(name.value.trim()), ""), language, chosen));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problem.value = words.rule;
    }
  }

  return (
    <form onSubmit={onSubmit}>
      <label class="label" for="room">{words.label}</label>
      <div class="inline-form">
        <input
          id="room"
          class="field"
          type="text"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder={words.example}
          disabled={!ready.value}
          value={name.value}
          aria-describedby="room-hint"
          aria-invalid={problem.value !== ""}
          onInput={(event) => {
            name.value = event.currentTarget.value;
            problem.value = "";
          }}
        />
        <button type="submit" class="button" disabled={!ready.value}>{words.go}</button>
      </div>
      <p id="room-hint" class="hint">
        {problem.value === "" ? words.hint : <span class="problem" role="alert">{problem.value}</span>}
      </p>
    </form>
  );
}

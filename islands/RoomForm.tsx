import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useEffect } from "preact/hooks";
import { parseRoomName, pathOf, Refusal } from "@/lib/protocol/mod.ts";

/** Goes to the page of a room by its name. */
export default function RoomForm() {
  const ready = useSignal(false);
  const name = useSignal("");
  const problem = useSignal("");
  useEffect(() => {
    ready.value = true;
  }, []);

  function onSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    try {
      location.assign(pathOf(parseRoomName(name.value.trim()), ""));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problem.value = RULE;
    }
  }

  return (
    <form onSubmit={onSubmit}>
      <label class="label" for="room">Room name</label>
      <div class="inline-form">
        <input
          id="room"
          class="field"
          type="text"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder="tea-at-five"
          disabled={!ready.value}
          value={name.value}
          aria-describedby="room-hint"
          aria-invalid={problem.value !== ""}
          onInput={(event) => {
            name.value = event.currentTarget.value;
            problem.value = "";
          }}
        />
        <button type="submit" class="button" disabled={!ready.value}>Go to room</button>
      </div>
      <p id="room-hint" class="hint">
        {problem.value === ""
          ? "Any name the two of you agree on. Whoever knows it can join."
          : <span class="problem" role="alert">{problem.value}</span>}
      </p>
    </form>
  );
}

const RULE =
  "A room name has 1 to 64 letters (a to z), digits, hyphens or underscores, and starts with a letter or digit.";

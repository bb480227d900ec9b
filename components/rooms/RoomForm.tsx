import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useEffect } from "preact/hooks";
import { parseRoomName, pathOf, Refusal, type RoomName } from "@/lib/protocol/mod.ts";
import { fill } from "@/words/fill.ts";
import { type Language, localHref } from "@/words/languages.ts";
import type { Words } from "@/words/mod.ts";
import { startIn } from "./start_in.ts";

export interface RoomFormProps {
  /** The entropy of a random name, in bits. */
  bits: number;
  language: Language;
  /** Whether the address names the language. */
  chosen: boolean;
  words: Pick<Words["room"], "form" | "own">;
}

/** Goes to a room's page: a new room with a random name, or one by its name. */
export function RoomForm({ bits, language, chosen, words: { form, own } }: RoomFormProps) {
  const ready = useSignal(false);
  const name = useSignal("");
  const problem = useSignal("");
  const failed = useSignal(false);
  useEffect(() => {
    ready.value = true;
  }, []);

  function go(room: RoomName) {
    startIn(room);
    location.assign(localHref(pathOf(room, ""), language, chosen));
  }

  async function make() {
    failed.value = false;
    try {
      const { makeRoomName } = await import("@/lib/rooms/room_name.ts");
      go(makeRoomName());
    } catch {
      failed.value = true;
    }
  }

  function onSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    try {
      go(parseRoomName(name.value.trim()));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problem.value = form.rule;
    }
  }

  return (
    <section class="beside ways-in" aria-labelledby="own-room">
      <div>
        <h2 id="own-room">{own.heading}</h2>
        <p>{own.text}</p>
        <button
          type="button"
          class="button primary"
          disabled={!ready.value}
          aria-describedby="own-room-hint"
          onClick={make}
        >
          {own.make}
        </button>
        <p id="own-room-hint" class="hint">
          {failed.value
            ? <span class="problem" role="alert">{own.failed}</span>
            : fill(own.hint, { bits: Math.floor(bits), count: new Intl.NumberFormat(language).format(2 ** bits) })}
        </p>
      </div>
      <form onSubmit={onSubmit}>
        <label class="label" for="room">{form.label}</label>
        <div class="inline-form">
          <input
            id="room"
            class="field"
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            placeholder={form.example}
            disabled={!ready.value}
            value={name.value}
            aria-describedby="room-hint"
            aria-invalid={problem.value !== ""}
            onInput={(event) => {
              name.value = event.currentTarget.value;
              problem.value = "";
            }}
          />
          <button type="submit" class="button" disabled={!ready.value}>{form.go}</button>
        </div>
        <p id="room-hint" class="hint">
          {problem.value === "" ? form.hint : <span class="problem" role="alert">{problem.value}</span>}
        </p>
      </form>
    </section>
  );
}

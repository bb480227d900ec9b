import { useSignal } from "@preact/signals";
import { save } from "@/components/save.ts";
import type { JournalEntry } from "@/lib/client/mod.ts";
import { exportHar, exportSvg, type LadderRow } from "@/lib/ladder/mod.ts";
import type { Side } from "@/lib/protocol/mod.ts";
import { pictureOf } from "./picture.ts";
import type { LadderWords } from "./words.ts";

export interface SaveProps {
  entries: readonly JournalEntry[];
  rows: readonly LadderRow[];
  me: Side;
  words: LadderWords;
  language: string;
}

/** Saves the figure as a picture, and the journal as a recording, masked unless the person chooses otherwise. */
export function Save({ entries, rows, me, words, language }: SaveProps) {
  const unmasked = useSignal(false);
  const texts = words.save;
  const none = entries.length === 0;
  return (
    <fieldset class="ladder-save">
      <legend>{texts.heading}</legend>
      <button
        type="button"
        class="button"
        disabled={none}
        onClick={() => save("toucan.svg", "image/svg+xml", exportSvg(pictureOf(rows, me, words, language)))}
      >
        {texts.svg}
      </button>
      <button
        type="button"
        class="button"
        disabled={none}
        onClick={() => {
          const { userAgent } = navigator;
          save("toucan.json", "application/json", exportHar(entries, { unmasked: unmasked.value, userAgent }));
        }}
      >
        {texts.json}
      </button>
      <label>
        <input
          type="checkbox"
          checked={unmasked.value}
          aria-describedby="ladder-save-hint"
          onChange={(event) => unmasked.value = event.currentTarget.checked}
        />
        {texts.unmasked}
      </label>
      <p id="ladder-save-hint" class={unmasked.value ? "problem" : "hint"}>
        {unmasked.value ? texts.warning : texts.hint}
      </p>
    </fieldset>
  );
}

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Words } from "@/words/mod.ts";

export interface RoomLinkProps {
  url: string;
  words: Words["room"]["link"];
}

/** The link that brings the other person here, with a button that copies it. */
export default function RoomLink({ url, words }: RoomLinkProps) {
  const link = useSignal(url);
  const note = useSignal(words.hint);
  const ready = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Behind a proxy the server may have been asked under another address than the person's.
    link.value = location.origin + location.pathname;
    ready.value = true;
  }, []);

  async function copy() {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link.value);
      note.value = words.copied;
    } catch {
      // There is no clipboard outside secure contexts, and a person may forbid it.
      note.value = words.selected;
    }
  }

  return (
    <div class="room-link">
      <label class="label" for="room-link">{words.label}</label>
      <div class="inline-form">
        <input
          ref={field}
          id="room-link"
          class="field"
          type="text"
          readOnly
          value={link.value}
          aria-describedby="room-link-note"
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" disabled={!ready.value} onClick={copy}>{words.copy}</button>
      </div>
      <p id="room-link-note" class="hint" role="status">{note.value}</p>
    </div>
  );
}

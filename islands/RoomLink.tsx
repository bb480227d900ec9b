import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/** The link that brings the other person here, with a button that copies it. */
export default function RoomLink({ url }: { url: string }) {
  const link = useSignal(url);
  const note = useSignal(HINT);
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
      note.value = "Copied.";
    } catch {
      // There is no clipboard outside secure contexts, and a person may forbid it.
      note.value = "The link is selected: copy it from here.";
    }
  }

  return (
    <div class="room-link">
      <label class="label" for="room-link">Link to this room</label>
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
        <button type="button" class="button" disabled={!ready.value} onClick={copy}>Copy link</button>
      </div>
      <p id="room-link-note" class="hint" role="status">{note.value}</p>
    </div>
  );
}

const HINT = "Send it to the other person. Whoever has it can join.";

import { useSignal } from "@preact/signals";
import { copyText } from "@/components/copy_text.ts";
import type { InspectorWords } from "./words.ts";

/** Copies a message as it was sent, and shows that it did. */
export function CopyRaw({ text, words }: { text: string; words: InspectorWords }) {
  const said = useSignal("");
  return (
    <p class="inspector-copy">
      <button
        type="button"
        class="button"
        onClick={async () => {
          said.value = "";
          said.value = await copyText(text) ? words.copied : words.notCopied;
        }}
      >
        {words.copy}
      </button>
      <span role="status">{said.value}</span>
    </p>
  );
}

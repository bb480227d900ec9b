import { useRef } from "preact/hooks";
import type { ChatWords } from "@/words/mod.ts";
import type { ChatFiles } from "./use_files.ts";

export interface ClipProps {
  files: ChatFiles;
  words: ChatWords["files"];
}

/** Opens the browser's dialog to choose files; where none can be sent, it says why. */
export function Clip({ files: { obstacle, trouble, offer }, words }: ClipProps) {
  const input = useRef<HTMLInputElement>(null);

  function onClick() {
    if (obstacle === undefined) input.current?.click();
    else trouble.value = obstacle;
  }

  function onChange() {
    const chosen = Array.from(input.current?.files ?? []);
    // Allows choosing the same file again.
    if (input.current !== null) input.current.value = "";
    offer(chosen);
  }

  return (
    <>
      <button
        type="button"
        class="button clip"
        aria-label={words.attach}
        // Not `disabled`, so that a keyboard reaches the reason.
        aria-disabled={obstacle !== undefined}
        title={obstacle === undefined ? words.hint : words.troubles[obstacle]}
        onClick={onClick}
      >
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d="M6.5 7v9.5a5.5 5.5 0 0 0 11 0V6a3.7 3.7 0 0 0-7.4 0v10.3a1.9 1.9 0 0 0 3.8 0V7" />
        </svg>
      </button>
      <input ref={input} type="file" multiple hidden onChange={onChange} />
    </>
  );
}

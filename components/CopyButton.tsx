import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { fill } from "@/words/fill.ts";
import type { ChatWords } from "@/words/mod.ts";
import { copyText } from "./copy_text.ts";

/** How much of a message its button's name has, in UTF-16 code units. */
const NAME_CHARS = 40;

/** How long the button shows the result, in milliseconds. */
const SAID_MS = 2_000;

export interface CopyButtonProps {
  text: string;
  /** Tells apart messages that begin alike. */
  id: number;
  /** In the tab order. */
  reachable: boolean;
  words: Pick<ChatWords, "copy" | "copyNamed" | "copied" | "notCopied">;
  onDone(text: string): void;
}

/** Copies a message. */
export function CopyButton({ text, id, reachable, words, onDone }: CopyButtonProps) {
  const said = useSignal("");
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  async function onClick() {
    said.value = await copyText(text) ? words.copied : words.notCopied;
    onDone(said.value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => said.value = "", SAID_MS);
  }

  return (
    <button
      type="button"
      class="copy"
      tabIndex={reachable ? 0 : -1}
      aria-label={said.value || fill(words.copyNamed, { id, start: text.slice(0, NAME_CHARS) })}
      onClick={onClick}
    >
      {said.value || words.copy}
    </button>
  );
}

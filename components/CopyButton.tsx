import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ChatWords } from "@/words/mod.ts";
import { copyText } from "./copy_text.ts";

/** How long the button shows the result, in milliseconds. */
const SAID_MS = 2_000;

export interface CopyButtonProps {
  text: string;
  /** In the tab order. */
  reachable: boolean;
  words: Pick<ChatWords, "copy" | "copied" | "notCopied">;
  onDone(text: string): void;
}

/** Copies a message. */
export function CopyButton({ text, reachable, words, onDone }: CopyButtonProps) {
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
    <button type="button" class="copy" tabIndex={reachable ? 0 : -1} onClick={onClick}>
      {said.value || words.copy}
    </button>
  );
}

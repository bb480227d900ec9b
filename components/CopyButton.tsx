import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ChatWords } from "@/words/mod.ts";
import { copyText } from "./copy_text.ts";

/** How long a button says that it has copied, in milliseconds. */
const SAID_MS = 2_000;

export interface CopyButtonProps {
  text: string;
  /** Tab leads to it. */
  reachable: boolean;
  words: Pick<ChatWords, "copy" | "copied" | "notCopied">;
  onDone(text: string): void;
}

/** Copies a message as it was typed. */
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

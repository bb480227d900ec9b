import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { ChatMessage } from "@/lib/client/mod.ts";
import { fill } from "@/words/fill.ts";
import type { Language } from "@/words/languages.ts";
import type { ChatWords } from "@/words/mod.ts";
import { CopyButton } from "./CopyButton.tsx";
import { foldText } from "./fold.ts";
import { formatClock } from "./format.ts";
import { findLinks } from "./links.ts";

export interface MessageProps {
  message: ChatMessage;
  /** The call is open, so that missing parts may still arrive. */
  open: boolean;
  /** It is the first one of another call than the messages before it. */
  opensCall: boolean;
  /** Its button is in the tab order; arrow keys move from there to the others. */
  reachable: boolean;
  language: Language;
  words: ChatWords;
  /** The person shows all of a long message. */
  onUnfold(): void;
  /** Announces to screen readers what was done. */
  onDone(text: string): void;
}

/** One message as text with links, in the direction of its own script. */
export function Message({ message, open, opensCall, reachable, language, words, onUnfold, onDone }: MessageProps) {
  const unfolded = useSignal(false);
  const { from, at, delivered, missing } = message;
  // Of a hundred messages, at most two have changed since the last render.
  return useMemo(() => {
    const { text, isFolded } = unfolded.value ? { text: message.text, isFolded: false } : foldText(message.text);
    return (
      <li class={`message ${from}`}>
        {opensCall && <p class="divider">{words.another}</p>}
        <span class="visually-hidden">{from === "me" ? words.me : words.them}</span>
        <p class="bubble" dir="auto">
          {findLinks(text).map((piece, at) => typeof piece === "string" ? piece : <Link key={at} {...piece} />)}
        </p>
        {isFolded && (
          <button
            type="button"
            class="button more"
            onClick={() => {
              onUnfold();
              unfolded.value = true;
            }}
          >
            {fill(words.more, { size: sizeOf(message.text, language) })}
          </button>
        )}
        {missing !== undefined && <p class="stamp">{open ? words.arriving : words.cutOff}</p>}
        <p class="stamp">
          <time dateTime={new Date(at).toISOString()}>{formatClock(at, language)}</time>
          {from === "me" && (
            <>
              {" "}
              <span aria-hidden="true">{delivered ? "✓✓" : "✓"}</span>
              <span class="visually-hidden">{delivered ? words.delivered : words.sent}</span>
            </>
          )}
          <CopyButton text={message.text} id={message.id} reachable={reachable} words={words} onDone={onDone} />
        </p>
      </li>
    );
  }, [message, open || missing === undefined, opensCall, reachable, language, words, unfolded.value]);
}

/** A link that shows its address. `dir` keeps the text around it from reordering it. */
function Link({ href }: { href: string }) {
  return <a href={href} dir="ltr" target="_blank" rel="noopener noreferrer nofollow ugc">{href}</a>;
}

function sizeOf(text: string, language: Language): string {
  const kilobytes = Math.ceil(new TextEncoder().encode(text).length / 1024);
  return new Intl.NumberFormat(language, { style: "unit", unit: "kilobyte" }).format(kilobytes);
}

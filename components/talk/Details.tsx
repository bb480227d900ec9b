import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { loadTalkTools } from "@/components/parts.ts";
import type { CallWords } from "@/words/mod.ts";
import type { TalkToolsProps } from "./TalkTools.tsx";

/** The ID of the element, for the button that opens it. */
const ID = "details";

/** Opens and closes what can be opened beside a talk. */
export function DetailsButton({ open, words }: { open: Signal<boolean>; words: CallWords["details"] }) {
  return (
    <button
      type="button"
      class="button"
      aria-expanded={open.value}
      aria-controls={ID}
      onClick={() => open.value = !open.value}
    >
      {words.open}
    </button>
  );
}

export interface DetailsProps {
  open: Signal<boolean>;
  /** What can be done with the conversation; `undefined` while there is none. */
  tools: TalkToolsProps | undefined;
  words: CallWords["details"];
  children: ComponentChildren;
}

/** What stands below a call, and during a talk beside it or over it. */
export function Details({ open, tools, words, children }: DetailsProps) {
  const Tools = useSignal<Awaited<ReturnType<typeof loadTalkTools>> | undefined>(undefined);

  useEffect(() => {
    if (open.value) loadTalkTools().then((loaded) => Tools.value = loaded, () => {});
  }, [open.value]);

  function close() {
    open.value = false;
    document.querySelector<HTMLElement>(`[aria-controls=${ID}]`)?.focus({ preventScroll: true });
  }

  return (
    <div
      id={ID}
      class="details"
      data-open={open.value}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && close()}
    >
      {tools !== undefined && (
        <div class="details-head">
          <h2>{words.open}</h2>
          <button type="button" class="button" onClick={close}>{words.close}</button>
        </div>
      )}
      {tools !== undefined && Tools.value !== undefined && <Tools.value {...tools} />}
      {children}
    </div>
  );
}

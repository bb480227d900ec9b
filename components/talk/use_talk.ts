import { type Signal, useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { UsedCall } from "@/components/use_call.ts";
import type { CallState, JournalEntry } from "@/lib/client/mod.ts";

/** A talk: the call is open, or has been, and the conversation fills the window. */
export interface Talk {
  readonly isOn: Signal<boolean>;
  /** Whether the connection in use is direct, once that is known. */
  readonly isDirect: Signal<boolean | undefined>;
  /** Goes back to the page; the conversation stays in its card. */
  leave(): void;
}

/** Follows a call; a talk goes on after the call where there is a conversation to read. */
export function useTalk(
  { view, transfers, entries }: Pick<UsedCall, "view" | "transfers" | "entries">,
): Talk {
  const isOpen = useComputed(() => view.value.state.phase === "open" || view.value.state.phase === "reconnecting");
  const hasLeft = useSignal(false);
  const isOn = useComputed(() =>
    isOpen.value || (!hasLeft.value && view.value.messages.length + transfers.value.length > 0)
  );
  const isDirect = useComputed(() => isPathDirect(entries.value));

  useEffect(() => {
    if (isOpen.value) hasLeft.value = false;
  }, [isOpen.value]);

  useEffect(() => isOn.value ? fitAboveKeyboard() : undefined, [isOn.value]);

  return { isOn, isDirect, leave: () => hasLeft.value = true };
}

/** Whether the path that the last call took last is direct; `undefined` if it has taken none yet. */
function isPathDirect(entries: readonly JournalEntry[]): boolean | undefined {
  const last = entries.findLast((entry) => entry.type === "path" || (entry.type === "phase" && isStart(entry.phase)));
  return last?.type === "path" ? last.local.type !== "relay" && last.remote.type !== "relay" : undefined;
}

function isStart(phase: CallState["phase"]): boolean {
  return phase === "offering" || phase === "looking";
}

/** Keeps the composer above an on-screen keyboard also where that covers the page, as in Safari on iOS. */
function fitAboveKeyboard(): () => void {
  const { style } = document.documentElement;
  const { visualViewport } = globalThis;
  const fit = () => {
    // Zoomed in, the reader moves about the page.
    if (visualViewport === null || visualViewport.scale > 1) return;
    style.setProperty("--seen-top", `${visualViewport.offsetTop}px`);
    style.setProperty("--seen-height", `${visualViewport.height}px`);
  };
  fit();
  visualViewport?.addEventListener("resize", fit);
  visualViewport?.addEventListener("scroll", fit);
  return () => {
    visualViewport?.removeEventListener("resize", fit);
    visualViewport?.removeEventListener("scroll", fit);
    style.removeProperty("--seen-top");
    style.removeProperty("--seen-height");
  };
}

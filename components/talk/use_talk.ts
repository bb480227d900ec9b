import { type Signal, useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type CallView, readPath } from "@/lib/client/mod.ts";

/** A talk: the call is open, or has been, and the conversation fills the window. */
export interface Talk {
  readonly isOn: Signal<boolean>;
  /** Whether the connection in use is direct, once that is known. */
  readonly isDirect: Signal<boolean | undefined>;
  /** Goes back to the page; the conversation stays in its card. */
  leave(): void;
}

/** How often to look which path is in use, in milliseconds: it may change from a relay to a direct one. */
const LOOK_MS = 5_000;

/** Follows a call; a talk goes on after the call where there is a conversation to read. */
export function useTalk(
  view: Signal<CallView>,
  transfers: Signal<readonly unknown[]>,
  stats: () => Promise<RTCStatsReport | undefined>,
): Talk {
  const isOpen = useComputed(() => view.value.state.phase === "open" || view.value.state.phase === "reconnecting");
  const hasLeft = useSignal(false);
  const isDirect = useSignal<boolean | undefined>(undefined);
  const isOn = useComputed(() =>
    isOpen.value || (!hasLeft.value && view.value.messages.length + transfers.value.length > 0)
  );

  useEffect(() => {
    if (!isOpen.value) return;
    hasLeft.value = false;
    const look = () => {
      stats().then((report) => {
        const path = report && readPath(report);
        if (path !== undefined) isDirect.value = path.local.type !== "relay" && path.remote.type !== "relay";
      }, () => {});
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => {
      clearInterval(timer);
      isDirect.value = undefined;
    };
  }, [isOpen.value]);

  useEffect(() => isOn.value ? fitAboveKeyboard() : undefined, [isOn.value]);

  return { isOn, isDirect, leave: () => hasLeft.value = true };
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

import { useLayoutEffect, useRef } from "preact/hooks";
import type { ChatMessage } from "@/lib/client/mod.ts";
import { fill } from "@/words/fill.ts";
import { createUnread, type Unread } from "./unread.ts";

/** Shows in the tab's title how many messages arrived while the page was hidden or another window had the focus. */
export function useTitleOfUnread(messages: readonly ChatMessage[], pattern: string): void {
  const unread = useRef<Unread>();
  useLayoutEffect(() => {
    const { title } = document;
    const made = unread.current = createUnread({
      isAway: () => document.hidden || !document.hasFocus(),
      show: (count) => document.title = count === 0 ? title : fill(pattern, { count, title }),
    });
    const onVisible = () => document.hidden || made.back();
    addEventListener("focus", made.back);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      removeEventListener("focus", made.back);
      document.removeEventListener("visibilitychange", onVisible);
      made.back();
    };
  }, []);
  useLayoutEffect(() => unread.current?.take(messages), [messages]);
}

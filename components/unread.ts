import type { ChatMessage } from "@/lib/client/mod.ts";

/** Counts the other side's messages that come while nobody looks. */
export interface Unread {
  /** Takes the messages as they are now. */
  take(messages: readonly ChatMessage[]): void;
  /** Somebody looks again. */
  back(): void;
}

/** Makes a count of none; `show` is told each other one. */
export function createUnread({ isAway, show }: { isAway(): boolean; show(count: number): void }): Unread {
  let lastId = 0;
  let count = 0;

  function set(next: number) {
    if (next === count) return;
    count = next;
    show(count);
  }

  return {
    take(messages) {
      const news = messagesAfter(messages, lastId).filter(({ from }) => from === "them").length;
      lastId = messages.at(-1)?.id ?? 0;
      if (isAway()) set(count + news);
    },
    back: () => set(0),
  };
}

/** The messages that have come since the one with this id; all of them where they are those of another call. */
export function messagesAfter(messages: readonly ChatMessage[], id: number): readonly ChatMessage[] {
  if ((messages.at(-1)?.id ?? 0) < id) return messages;
  let index = messages.length;
  while (index > 0 && messages[index - 1]!.id > id) index--;
  return messages.slice(index);
}

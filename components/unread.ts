import type { ChatMessage } from "@/lib/client/mod.ts";

/** Counts the other side's messages that arrive while no one is looking. */
export interface Unread {
  /** Updates the count from the current messages. */
  take(messages: readonly ChatMessage[]): void;
  /** Resets the count, because someone is looking again. */
  back(): void;
}

/** Creates a count of 0; calls `show` whenever it changes. */
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

/** Returns the messages after the one with this ID; all of them if they belong to another call. */
export function messagesAfter(messages: readonly ChatMessage[], id: number): readonly ChatMessage[] {
  if ((messages.at(-1)?.id ?? 0) < id) return messages;
  let index = messages.length;
  while (index > 0 && messages[index - 1]!.id > id) index--;
  return messages.slice(index);
}

import { type ChatMessage, indexOfId } from "@/lib/client/mod.ts";
import type { Transfer } from "@/lib/files/mod.ts";
import { hasOlder, inWindow, type MessageWindow } from "./message_window.ts";

/** An entry of the log. */
export type LogEntry =
  | { readonly message: ChatMessage; readonly transfer?: undefined }
  | { readonly transfer: Transfer; readonly message?: undefined };

/** Returns the messages in the window and the transfers between them, by time. */
export function entriesIn(
  messages: readonly ChatMessage[],
  window: MessageWindow,
  transfers: readonly Transfer[],
): readonly LogEntry[] {
  const shown = inWindow(messages, window);
  const from = hasOlder(messages, window) ? shown[0]!.at : -Infinity;
  const to = messages[indexOfId(messages, window.end)]?.at ?? Infinity;
  const between = transfers.filter(({ at }) => at >= from && at < to);
  const entries: LogEntry[] = [];
  let index = 0;
  for (const message of shown) {
    for (; index < between.length && between[index]!.at < message.at; index++) {
      entries.push({ transfer: between[index]! });
    }
    entries.push({ message });
  }
  return entries.concat(between.slice(index).map((transfer) => ({ transfer })));
}

import { useSignal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { ChatMessage } from "@/lib/client/mod.ts";
import type { Transfer } from "@/lib/files/mod.ts";
import type { Language } from "@/words/languages.ts";
import type { ChatWords } from "@/words/mod.ts";
import { entriesIn } from "./log_entries.ts";
import { Message } from "./Message.tsx";
import { follow, hasNewer, hasOlder, newer, NEWEST, older } from "./message_window.ts";
import { Narrator } from "./Narrator.tsx";
import { firstInView, isAtEnd, nearEdge, onArrowKey, scrollToEnd, stayAt } from "./scrolling.ts";
import { useTitleOfUnread } from "./use_title_of_unread.ts";

export interface MessageListProps {
  messages: readonly ChatMessage[];
  /** Transfers of both directions, oldest first. */
  transfers: readonly Transfer[];
  open: boolean;
  /** The other side is typing. */
  typing: boolean;
  language: Language;
  words: ChatWords;
  renderTransfer(transfer: Transfer): ComponentChild;
}

/**
 * The messages, and the files between them, oldest first. It stays scrolled to the end unless the reader scrolls away.
 * Only a window of messages is drawn; it moves as the reader scrolls.
 */
export function MessageList(props: MessageListProps) {
  const { messages, transfers, open, typing, language, words, renderTransfer } = props;
  const log = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const drawn = useRef(NEWEST);
  const seenId = useRef(0);
  const seenTransfers = useRef(transfers);
  const restore = useRef<() => void>();
  const moved = useSignal(0);
  const unseen = useSignal(false);
  const done = useSignal("");
  /** The last message before each call, and 0 before the first. */
  const ends = useRef<number[]>([]);
  const last = messages.at(-1);
  const wasOpen = useRef(false);
  if (open && !wasOpen.current) ends.current.push(last?.id ?? 0);
  wasOpen.current = open;
  const lastTransfer = transfers.at(-1);
  const isNewTransfer = lastTransfer !== undefined && lastTransfer.id !== seenTransfers.current.at(-1)?.id;

  useTitleOfUnread(messages, words.unread);

  if ((last?.id ?? 0) < seenId.current) [seenId.current, pinned.current, drawn.current] = [0, true, NEWEST];
  if (last?.from === "me" && last.id > seenId.current) pinned.current = true;
  if (isNewTransfer && lastTransfer.direction === "out") pinned.current = true;
  drawn.current = follow(messages, drawn.current, pinned.current);
  // A file's entry grows and shrinks, which moves nothing for the reader.
  if (transfers !== seenTransfers.current && !pinned.current && log.current !== null) {
    restore.current ??= stayAt(log.current, firstInView(log.current));
  }
  const hadFocus = log.current?.contains(document.activeElement) ?? false;

  useLayoutEffect(() => {
    const element = log.current;
    if (element === null) return;
    // Without messages there is nothing to scroll, which saves a layout.
    if (pinned.current && (last ?? lastTransfer) !== undefined) scrollToEnd(element);
    else restore.current?.();
    if (!pinned.current && ((last?.id ?? 0) > seenId.current || isNewTransfer)) unseen.value = true;
    restore.current = undefined;
    seenId.current = last?.id ?? 0;
    seenTransfers.current = transfers;
    // The focused element may no longer be drawn.
    if (hadFocus && !element.contains(document.activeElement)) element.focus({ preventScroll: true });
  }, [messages, transfers, moved.value]);

  useEffect(() => {
    const element = log.current;
    if (element === null) return;
    // The field below grows with its text and shrinks the log, and a file's entry grows with what it holds.
    const observer = new ResizeObserver(() => pinned.current && scrollToEnd(element));
    observer.observe(element);
    observer.observe(element.querySelector("ol")!);
    return () => observer.disconnect();
  }, []);

  function onScroll() {
    const element = log.current;
    if (element === null) return;
    pinned.current = isAtEnd(element) && !hasNewer(messages, drawn.current);
    if (pinned.current) unseen.value = false;
    const edge = nearEdge(element);
    if (edge === "start" && hasOlder(messages, drawn.current)) move(element, older, "first");
    else if (edge === "end" && hasNewer(messages, drawn.current)) move(element, newer, "last");
  }

  function move(element: HTMLElement, by: typeof older, stay: "first" | "last") {
    restore.current = stayAt(element, element.querySelector(`li:${stay}-child`));
    drawn.current = by(messages, drawn.current);
    moved.value++;
  }

  function onUnfold() {
    // The reader stays where the text continues. The focused button disappears.
    pinned.current = false;
    log.current?.focus({ preventScroll: true });
  }

  function onCatchUp() {
    pinned.current = true;
    unseen.value = false;
    drawn.current = NEWEST;
    moved.value++;
    // The focused button disappears.
    log.current?.focus({ preventScroll: true });
  }

  return (
    <div class="log-frame">
      <div
        ref={log}
        class="log"
        role="log"
        aria-label={words.messages}
        aria-live="off"
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={onArrowKey}
      >
        {messages.length + transfers.length === 0 && <p class="empty">{open ? words.begin : words.empty}</p>}
        {messages[0] !== undefined && messages[0].id > 1 && drawn.current.first === 1 && (
          <p class="stamp">{words.trimmed}</p>
        )}
        <ol>
          {entriesIn(messages, drawn.current, transfers).map(({ message, transfer }) =>
            transfer !== undefined ? renderTransfer(transfer) : (
              <Message
                key={message.id}
                message={message}
                open={open && message.id > (ends.current.at(-1) ?? 0)}
                opensCall={message.id > 1 && ends.current.includes(message.id - 1)}
                reachable={message === last}
                language={language}
                words={words}
                onUnfold={onUnfold}
                onDone={(text) => done.value = text}
              />
            )
          )}
        </ol>
      </div>
      {typing && <p class="typing">{words.typing}</p>}
      {unseen.value && <button type="button" class="button latest" onClick={onCatchUp}>{words.unseen}</button>}
      <Narrator messages={messages} done={done.value} words={words} />
    </div>
  );
}

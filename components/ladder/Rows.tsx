import { messagesOf } from "@/lib/inspect/messages_of.ts";
import { classOf, heightOf, isOpenable, type LadderRow, layoutOf, shapesOf } from "@/lib/ladder/mod.ts";
import type { Message, Side } from "@/lib/protocol/mod.ts";
import { withWords } from "./picture.ts";
import { reveal } from "./reveal.ts";
import { timelessSentenceOf } from "./sentence.ts";
import { Shapes } from "./Shapes.tsx";
import type { LadderWords } from "./words.ts";

export interface RowProps {
  row: LadderRow;
  me: Side;
  words: LadderWords;
  language: string;
  /** In the tab order. Only one arrow is; arrow keys reach the others. */
  reachable: boolean;
  /** Its messages are shown beside the figure. */
  opened: boolean;
  onOpen: OnOpen | undefined;
}

/** Called with a row's messages and its key when it is opened. */
export type OnOpen = (messages: readonly Message[], key: number) => void;

/** A row of the figure; a button if it has messages. Its words are HTML, since text in SVG doesn't wrap. */
export function Row({ row, me, words, language, reachable, opened, onOpen }: RowProps) {
  const { label, time } = withWords(row, words, language);
  const name = `${classOf(row)} as-${layoutOf(row)}`;
  const content = (
    <>
      <span class="time">{time}</span> <span class="words">{label}</span>
      <svg width="100%" height={heightOf(row)} aria-hidden="true">
        <Shapes shapes={shapesOf({ row, label: "", time: "" }, me).filter(({ text }) => text !== "")} />
      </svg>
    </>
  );
  if (onOpen === undefined || !isOpenable(row)) return <div class={name}>{content}</div>;
  return (
    <div
      class={`${name} opens${opened ? " opened" : ""}`}
      role="button"
      tabIndex={reachable ? 0 : -1}
      data-key={row.key}
      // The name includes the visible text, for people who use voice control (WCAG 2.2, 2.5.3).
      aria-label={`${time} ${label}. ${timelessSentenceOf(row, words, language)}`}
      onClick={({ currentTarget }) => {
        onOpen(messagesOf(row.entries), row.key);
        reveal(currentTarget);
      }}
    >
      {content}
    </div>
  );
}

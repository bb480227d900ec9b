import { messagesOf } from "@/lib/inspect/messages_of.ts";
import { classOf, heightOf, isOpenable, type LadderRow, shapesOf } from "@/lib/ladder/mod.ts";
import type { Message, Side } from "@/lib/protocol/mod.ts";
import { withWords } from "./picture.ts";
import { timelessSentenceOf } from "./sentence.ts";
import { Shapes } from "./Shapes.tsx";
import type { LadderWords } from "./words.ts";

export interface RowProps {
  row: LadderRow;
  /** Pixels from the top. */
  y: number;
  me: Side;
  words: LadderWords;
  language: string;
  /** In the tab order. Only one arrow is; arrow keys reach the others. */
  reachable: boolean;
  onOpen: OnOpen | undefined;
}

/** Called with a row's messages when it is opened. */
export type OnOpen = (messages: readonly Message[]) => void;

/** A row of the figure; a button if it has messages. */
export function Row({ row, y, me, words, language, reachable, onOpen }: RowProps) {
  const shapes = shapesOf(withWords(row, words, language), me);
  const drawn = <Shapes shapes={shapes} />;
  const place = `translate(0 ${y})`;
  if (onOpen === undefined || !isOpenable(row)) return <g class={classOf(row)} transform={place}>{drawn}</g>;
  // The name includes the visible text, for people who use voice control (WCAG 2.2, 2.5.3).
  const written = shapes.flatMap(({ text = [] }) => text).join(" ");
  return (
    <g
      class={`${classOf(row)} opens`}
      transform={place}
      role="button"
      // SVG attributes are case-sensitive.
      tabindex={reachable ? 0 : -1}
      data-key={row.key}
      aria-label={`${written}. ${timelessSentenceOf(row, words, language)}`}
      onClick={() => onOpen(messagesOf(row.entries))}
    >
      <rect class="target" x="0" y="1" width="100%" height={heightOf(row) - 2} rx="6" />
      {drawn}
    </g>
  );
}

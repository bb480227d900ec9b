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
  /** Can be reached by the tab key; of all arrows only one can, the others by the arrow keys. */
  reachable: boolean;
  onOpen: OnOpen | undefined;
}

/** Is told of what a row carries. */
export type OnOpen = (messages: readonly Message[]) => void;

/** One row of the figure: a button where there is more to it. */
export function Row({ row, y, me, words, language, reachable, onOpen }: RowProps) {
  const shapes = shapesOf(withWords(row, words, language), me);
  const drawn = <Shapes shapes={shapes} />;
  const place = `translate(0 ${y})`;
  if (onOpen === undefined || !isOpenable(row)) return <g class={classOf(row)} transform={place}>{drawn}</g>;
  // Whoever speaks to a computer calls a button by what is written on it (WCAG 2.2, 2.5.3).
  const written = shapes.flatMap(({ text = [] }) => text).join(" ");
  return (
    <g
      class={`${classOf(row)} opens`}
      transform={place}
      role="button"
      // SVG knows its attributes by their exact spelling.
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

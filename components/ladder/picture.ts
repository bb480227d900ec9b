import { formatTime } from "@/components/format.ts";
import type { Side } from "@/lib/protocol/mod.ts";
import type { DrawnRow, Heads, LadderRow, Picture } from "@/lib/ladder/mod.ts";
import { labelOf } from "./label.ts";
import type { LadderWords } from "./words.ts";

/** Adds its words to a row. */
export function withWords(row: LadderRow, words: LadderWords, language: string): DrawnRow {
  return { row, label: labelOf(row, words), time: formatTime(row.sinceMs, language, "narrow") };
}

/** Returns the names of the lifelines. */
export function headsOf(me: Side, { lanes }: LadderWords): Heads {
  return { names: lanes, you: lanes.you, me };
}

/** Returns what an exported picture of the figure needs. */
export function pictureOf(rows: readonly LadderRow[], me: Side, words: LadderWords, language: string): Picture {
  return {
    title: words.figure,
    heads: headsOf(me, words),
    rows: rows.map((row) => withWords(row, words, language)),
  };
}

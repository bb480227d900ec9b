import type { LadderRow } from "@/lib/ladder/mod.ts";
import { sentenceOf } from "./sentence.ts";
import type { LadderWords } from "./words.ts";

export interface ListProps {
  rows: readonly LadderRow[];
  words: LadderWords;
  language: string;
}

/** The ladder as a list of sentences. */
export function List({ rows, words, language }: ListProps) {
  return (
    <ol class="ladder-list">
      {rows.map((row) => <li key={row.key} class={row.kind}>{sentenceOf(row, words, language)}</li>)}
    </ol>
  );
}

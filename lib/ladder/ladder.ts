import type { JournalEntry } from "../client/mod.ts";
import { createFold, type Fold } from "./fold.ts";
import type { Ladder } from "./rows.ts";

/** Returns the ladder of a journal's latest attempt. */
export function toLadder(entries: readonly JournalEntry[]): Ladder {
  return createLadder()(entries);
}

/** Creates a function that returns the ladder of a growing journal; it only reads what is new. */
export function createLadder(): (entries: readonly JournalEntry[]) => Ladder {
  let fold: Fold = createFold();
  let seen: readonly JournalEntry[] = [];
  let ladder: Ladder = { rows: [], isCut: false };

  return (entries) => {
    const isSame = entries.length >= seen.length && entries[0] === (seen[0] ?? entries[0]) &&
      (seen.length === 0 || entries[seen.length - 1] === seen.at(-1));
    if (isSame && entries.length === seen.length) return ladder;
    const from = isSame ? seen.length : 0;
    if (!isSame) fold = createFold();
    for (let index = from; index < entries.length; index++) fold.add(entries[index]!);
    seen = entries;
    return ladder = fold.ladder();
  };
}

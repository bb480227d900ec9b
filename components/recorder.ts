import type { JournalEntry } from "@/lib/client/mod.ts";

/** How many entries are kept; beyond that the older half goes. */
const MAX_ENTRIES = 4_000;

/** How long to gather before drawing, in milliseconds: a connection being made brings dozens at once. */
const GATHER_MS = 60;

/** Keeps the journal of the calls of a page. */
export interface Recorder {
  add(entry: JournalEntry): void;
  /** All that is kept, oldest first. */
  entries(): readonly JournalEntry[];
  /** Draws no more. */
  stop(): void;
}

/** Makes a recorder that shows now and then what it has. */
export function createRecorder(draw: (entries: readonly JournalEntry[]) => void): Recorder {
  let kept: JournalEntry[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function drawAll() {
    timer = undefined;
    draw(kept.slice());
  }

  return {
    add(entry) {
      if (kept.length >= MAX_ENTRIES) kept = kept.slice(MAX_ENTRIES / 2);
      kept.push(entry);
      timer ??= setTimeout(drawAll, GATHER_MS);
    },
    entries: () => kept,
    stop: () => clearTimeout(timer),
  };
}

import type { JournalEntry } from "@/lib/client/mod.ts";

/** How many entries are kept; then the older half is dropped. */
const MAX_ENTRIES = 4_000;

/** How long to collect entries before drawing, in milliseconds: connecting causes dozens at once. */
const GATHER_MS = 60;

/** Keeps the journal of the calls of a page. */
export interface Recorder {
  add(entry: JournalEntry): void;
  /** Returns all entries kept, oldest first. */
  entries(): readonly JournalEntry[];
  /** Stops drawing. */
  stop(): void;
}

/** Creates a recorder that calls `draw` with all its entries, a few times a second at most. */
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

import type { JournalEntry } from "@/lib/client/mod.ts";
import { isRecording } from "@/lib/ladder/mod.ts";
import recording from "./recording.json" with { type: "json" };

/**
 * A caller's journal of a call between two windows of one Chromium, saved by the page, masked.
 * `tests/e2e/learn_recording_test.ts` records a new one.
 */
export const RECORDED: readonly JournalEntry[] = read(recording);

function read(value: unknown): readonly JournalEntry[] {
  if (!isRecording(value)) throw new Error("Cannot read the recorded call: it is no recording");
  return value.log.entries;
}

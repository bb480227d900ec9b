import type { JournalEntry } from "../client/mod.ts";

/** A saved journal: the JSON that `exportHar` writes. */
export interface Recording {
  readonly log: { readonly entries: readonly JournalEntry[] };
}

/** Whether a value, such as parsed JSON, is a recording. Checks only the properties that all entries share. */
export function isRecording(value: unknown): value is Recording {
  if (!isObject(value) || !isObject(value.log) || !Array.isArray(value.log.entries)) return false;
  return value.log.entries.every((entry: unknown) => {
    return isObject(entry) && typeof entry.type === "string" && Number.isInteger(entry.seq) &&
      Number.isFinite(entry.at);
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

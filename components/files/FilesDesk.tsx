import { useLeaveWarning } from "@/components/talk/use_leave_warning.ts";
import type { Transfer } from "@/lib/files/mod.ts";
import { fill } from "@/words/fill.ts";
import { Announcer } from "./Announcer.tsx";
import { type FilesWords, fits } from "./words.ts";

export interface FilesDeskProps {
  /** Transfers of both directions, oldest first. */
  transfers: readonly Transfer[];
  /** The IDs of those that the person has saved. */
  saved: ReadonlySet<string>;
  words: FilesWords;
  /** As BCP 47 names it. */
  language: string;
  onAccept(id: string): void;
}

/** What concerns all files: accepts those that are waiting, announces what happens, and warns before any is lost. */
export function FilesDesk({ transfers, saved, words, language, onAccept }: FilesDeskProps) {
  useLeaveWarning(transfers.some((it) => wouldBeLost(it) && !saved.has(it.id)));
  const waiting = transfers.filter((it) => it.phase === "offered" && it.direction === "in" && fits(it));
  return (
    <div class="files-desk">
      {waiting.length > 1 && (
        <button
          type="button"
          class="button primary"
          onClick={() => waiting.forEach(({ id }) => onAccept(id))}
        >
          {fill(words.acceptAll, { count: waiting.length })}
        </button>
      )}
      <Announcer transfers={transfers} words={words} language={language} />
    </div>
  );
}

/** Whether leaving the page loses a file: it is on its way, or has arrived but isn't on disk. */
function wouldBeLost(transfer: Transfer): boolean {
  const { phase } = transfer;
  return phase === "moving" || phase === "checking" || (phase === "done" && transfer.blob !== undefined);
}

import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import type { Drops } from "@/components/use_drops.ts";
import type { Transfer } from "@/lib/files/mod.ts";
import { fill } from "@/words/fill.ts";
import { Announcer } from "./Announcer.tsx";
import { TransferRow } from "./TransferRow.tsx";
import { useLeaveWarning } from "@/components/talk/use_leave_warning.ts";
import { type FilesWords, fits } from "./words.ts";

export interface FilesProps {
  /** Transfers of both directions, oldest first. */
  transfers: readonly Transfer[];
  words: FilesWords;
  /** As BCP 47 names it. */
  language: string;
  /** Why no file can be offered now; `undefined` if one can. */
  disabledReason?: string | undefined;
  drops: Drops;
  onPick(files: readonly File[]): void;
  /** `pick` opens a save dialog, so this has to be called within the click. */
  onAccept(id: string, options?: { pick?: boolean }): void;
  onDecline(id: string): void;
  onCancel(id: string): void;
}

/** Offers files, and shows the transfers of both sides, the latest first. */
export function Files({ transfers, words, language, disabledReason, drops, onPick, ...actions }: FilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const saved = useSignal<ReadonlySet<string>>(new Set());
  const id = useId();
  const { hadFolders } = drops;
  const hovering = disabledReason === undefined && drops.hovering.value;

  function onChosen() {
    hadFolders.value = false;
    const files = Array.from(input.current?.files ?? []);
    // Allows choosing the same file again.
    if (input.current !== null) input.current.value = "";
    if (files.length > 0) onPick(files);
  }

  useLeaveWarning(transfers.some((it) => wouldBeLost(it) && !saved.value.has(it.id)));

  const waiting = transfers.filter((it) => it.phase === "offered" && it.direction === "in" && fits(it));
  return (
    <div class="files">
      <div class={hovering ? "files-drop hovering" : "files-drop"}>
        <label class="label" for={`${id}-input`}>{words.pick}</label>
        <input
          ref={input}
          id={`${id}-input`}
          class="files-input"
          type="file"
          multiple
          disabled={disabledReason !== undefined}
          aria-describedby={`${id}-hint`}
          onChange={onChosen}
        />
        <p id={`${id}-hint`} class="hint">{hovering ? words.drop : disabledReason ?? words.hint}</p>
        {hadFolders.value && <p class="problem" role="alert">{words.noFolders}</p>}
      </div>
      {waiting.length > 1 && (
        <button
          type="button"
          class="button primary"
          onClick={() => waiting.forEach((transfer) => actions.onAccept(transfer.id))}
        >
          {fill(words.acceptAll, { count: waiting.length })}
        </button>
      )}
      {transfers.length > 0 && (
        <ul class="transfers" aria-label={words.list}>
          {transfers.toReversed().map((transfer) => (
            <TransferRow
              key={transfer.id}
              transfer={transfer}
              words={words}
              language={language}
              onSave={(id) => saved.value = new Set([...saved.value, id])}
              {...actions}
            />
          ))}
        </ul>
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

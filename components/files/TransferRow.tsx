import { useLayoutEffect, useRef } from "preact/hooks";
import { formatClock, formatSize } from "@/components/format.ts";
import { isOver, type Transfer } from "@/lib/files/mod.ts";
import { fill } from "@/words/fill.ts";
import { Picture } from "./Picture.tsx";
import { useObjectUrl } from "./use_object_url.ts";
import { describe, type FilesWords, fits } from "./words.ts";

export interface TransferRowProps {
  transfer: Transfer;
  words: FilesWords;
  language: string;
  onAccept(id: string, options?: { pick?: boolean }): void;
  onDecline(id: string): void;
  onCancel(id: string): void;
  /** The person saves a file that has arrived. */
  onSave(id: string): void;
}

/** One transfer in the log: its file, its state, and its buttons. */
export function TransferRow(props: TransferRowProps) {
  const { transfer, words, language } = props;
  const { name, sizeBytes, direction, phase, at } = transfer;
  const isGoing = phase === "moving" || phase === "checking";
  const item = useRef<HTMLLIElement>(null);
  const hadFocus = item.current?.contains(document.activeElement) ?? false;

  useLayoutEffect(() => {
    const element = item.current;
    // The focused button may have disappeared.
    if (!hadFocus || element === null || element.contains(document.activeElement)) return;
    (element.querySelector<HTMLElement>("button, a") ?? element).focus({ preventScroll: true });
  }, [phase]);

  return (
    <li ref={item} class={`transfer ${direction === "out" ? "me" : "them"} ${phase}`} data-phase={phase} tabIndex={-1}>
      <div class="transfer-card">
        <Picture transfer={transfer} words={words} />
        <div class="transfer-about">
          <p class="transfer-name">
            <bdi>{name}</bdi> <span class="transfer-size">{formatSize(sizeBytes, language)}</span>{" "}
            <span class="visually-hidden">{words.direction[direction]}</span>
          </p>
          {isGoing && (
            <progress
              max={Math.max(1, sizeBytes)}
              value={phase === "moving" ? transfer.bytes : Math.max(1, sizeBytes)}
              aria-label={fill(words.progress, { name })}
            />
          )}
          <p class={phase === "failed" ? "transfer-state problem" : "transfer-state"}>
            {describe(transfer, words, language)}
          </p>
          {phase === "done" && (
            <details class="transfer-checksum">
              <summary>{words.checksum}</summary>
              <code>{transfer.checksum}</code>
              <p class="hint">{words.checksumHint}</p>
            </details>
          )}
          <Actions {...props} />
        </div>
      </div>
      <p class="stamp">
        <time dateTime={new Date(at).toISOString()}>{formatClock(at, language)}</time>
      </p>
    </li>
  );
}

function Actions({ transfer, words, onAccept, onDecline, onCancel, onSave }: TransferRowProps) {
  const { id, name } = transfer;
  if (transfer.phase === "done") {
    if (transfer.blob === undefined) return null;
    return <SaveLink blob={transfer.blob} name={name} words={words} onSave={() => onSave(id)} />;
  }
  if (isOver(transfer)) return null;
  if (transfer.phase !== "offered" || transfer.direction === "out") {
    return (
      <div class="transfer-actions">
        <button
          type="button"
          class="button"
          aria-label={fill(words.cancelNamed, { name })}
          onClick={() => onCancel(id)}
        >
          {words.cancel}
        </button>
      </div>
    );
  }
  return (
    <div class="transfer-actions">
      {fits(transfer) && (
        <button
          type="button"
          class="button primary"
          aria-label={fill(words.acceptNamed, { name })}
          onClick={() => onAccept(id)}
        >
          {words.accept}
        </button>
      )}
      {transfer.canPick === true && (
        <button
          type="button"
          class="button"
          aria-label={fill(words.saveToNamed, { name })}
          onClick={() => onAccept(id, { pick: true })}
        >
          {words.saveTo}
        </button>
      )}
      <button
        type="button"
        class="button"
        aria-label={fill(words.declineNamed, { name })}
        onClick={() => onDecline(id)}
      >
        {words.decline}
      </button>
    </div>
  );
}

interface SaveLinkProps {
  blob: Blob;
  name: string;
  words: FilesWords;
  onSave(): void;
}

/** Saves a file that has arrived; never opens it. */
function SaveLink({ blob, name, words, onSave }: SaveLinkProps) {
  const href = useObjectUrl(blob);
  const label = fill(words.saveNamed, { name });
  return (
    <div class="transfer-actions">
      <a class="button primary" href={href} download={name} aria-label={label} onClick={onSave}>{words.save}</a>
    </div>
  );
}

import type { TargetedKeyboardEvent } from "preact";
import type { OnOpen } from "@/components/ladder/Rows.tsx";
import { sentenceOf } from "@/components/ladder/sentence.ts";
import { formatTime } from "@/components/format.ts";
import { messagesOf } from "@/lib/inspect/messages_of.ts";
import { isOpenable, type LadderRow } from "@/lib/ladder/mod.ts";
import { fill } from "@/words/fill.ts";
import { stepByKey } from "./keys.ts";
import { noteOf } from "./note.ts";
import type { ReplayWords } from "./words.ts";

export interface StepCardProps {
  rows: readonly LadderRow[];
  /** The step's row; `undefined` if all steps are shown. */
  row: LadderRow | undefined;
  step: number;
  playing: boolean;
  ready: boolean;
  words: ReplayWords;
  language: string;
  onStep(step: number): void;
  onPlay(): void;
  onOpen: OnOpen;
}

/** The current step, what happens in it, and the buttons to move on. */
export function StepCard(props: StepCardProps) {
  const { rows, row, step, playing, ready, words, language, onStep, onPlay, onOpen } = props;
  const { flow, steps, ladder } = words;
  const isLast = step === rows.length;
  const inspectable = row !== undefined && isOpenable(row);
  const time = formatTime(rows.at(-1)?.sinceMs ?? 0, language, "long");

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = stepByKey(event.key, step, rows.length);
    if (next === undefined) return;
    event.preventDefault();
    onStep(next);
  }

  return (
    <div class="card replay-card" role="group" aria-label={flow.controls} onKeyDown={onKeyDown}>
      <div class="replay-text" aria-live={playing ? "off" : "polite"}>
        <p class="replay-count">
          {row === undefined ? flow.overview : fill(isLast ? flow.countLast : flow.count, { step, steps: rows.length })}
        </p>
        <p>
          {row === undefined
            ? fill(flow.overviewText, { steps: rows.length, time })
            : <strong>{sentenceOf(row, ladder, language)}</strong>}
        </p>
        {row !== undefined && <p>{noteOf(row, steps)}</p>}
      </div>
      <div class="replay-buttons">
        <button
          type="button"
          class="button"
          disabled={!ready}
          // Not `disabled`, which would lose the focus when moving by keys.
          aria-disabled={step === 0}
          onClick={() => step > 0 && onStep(step - 1)}
        >
          {flow.previous}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={!ready}
          onClick={() => onStep(isLast ? 0 : step + 1)}
        >
          {isLast ? flow.whole : flow.next}
        </button>
        <button type="button" class="button replay-play" disabled={!ready} onClick={onPlay}>
          {playing ? flow.pause : flow.play}
        </button>
        <button
          type="button"
          class="button"
          disabled={!ready}
          aria-disabled={!inspectable}
          onClick={() => inspectable && onOpen(messagesOf(row.entries), row.key)}
        >
          {flow.look}
        </button>
      </div>
    </div>
  );
}

import { useEffect, useRef } from "preact/hooks";
import { Figure } from "@/components/ladder/Figure.tsx";
import { openByKey } from "@/components/ladder/open_by_key.ts";
import { sentenceOf } from "@/components/ladder/sentence.ts";
import type { OnOpen } from "@/components/ladder/Rows.tsx";
import { HEAD_PX, heightOfAll, isOpenable, type LadderRow } from "@/lib/ladder/mod.ts";
import type { Side } from "@/lib/protocol/mod.ts";
import { showRow } from "./keys.ts";
import { noteOf } from "./note.ts";
import { StepCard } from "./StepCard.tsx";
import type { ReplayWords } from "./words.ts";

export interface FlowProps {
  rows: readonly LadderRow[];
  /** From 1; 0 shows all steps. */
  step: number;
  playing: boolean;
  /** The page is hydrated; until then the figure is a picture. */
  ready: boolean;
  me: Side;
  words: ReplayWords;
  language: string;
  onStep(step: number): void;
  onPlay(): void;
  onOpen: OnOpen;
}

/** A recorded call, step by step: as a figure and in words. */
export function Flow({ rows, step, playing, ready, me, words, language, onStep, onPlay, onOpen }: FlowProps) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = step === 0 ? rows : rows.slice(0, step);
  const row = rows[step - 1];
  const reachable = [...shown].reverse().find(isOpenable)?.key;

  useEffect(() => {
    if (step > 0) showRow(frame.current);
  }, [step]);

  return (
    <>
      <div class={step === 0 ? "replay" : "replay walking"}>
        <div ref={frame} class="replay-frame" onKeyDown={openByKey}>
          {/* Reserves the height of the whole figure, so that nothing moves while it grows. */}
          <svg width="1" height={HEAD_PX + heightOfAll(rows)} aria-hidden="true" />
          <div>
            <Figure
              rows={shown}
              me={me}
              words={words.ladder}
              language={language}
              reachable={reachable}
              onOpen={ready ? onOpen : undefined}
            />
          </div>
        </div>
        <StepCard
          rows={rows}
          row={row}
          step={step}
          playing={playing}
          ready={ready}
          words={words}
          language={language}
          onStep={onStep}
          onPlay={onPlay}
          onOpen={onOpen}
        />
      </div>
      <h3>{words.flow.all}</h3>
      <ol class="replay-steps">
        {rows.map((it, index) => (
          <li key={it.key} aria-current={index === step - 1 ? "step" : undefined}>
            <strong>{sentenceOf(it, words.ladder, language)}</strong> {noteOf(it, words.steps)}
          </li>
        ))}
      </ol>
    </>
  );
}

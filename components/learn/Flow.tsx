import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Figure } from "@/components/ladder/Figure.tsx";
import { reveal } from "@/components/ladder/reveal.ts";
import { openByKey } from "@/components/ladder/open_by_key.ts";
import { sentenceOf } from "@/components/ladder/sentence.ts";
import type { OnOpen } from "@/components/ladder/Rows.tsx";
import { HEAD_PX, heightOfAll, isOpenable, type LadderRow } from "@/lib/ladder/mod.ts";
import type { Side } from "@/lib/protocol/mod.ts";
import { follow } from "./follow.ts";
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
  /** The arrow whose messages are inspected. */
  opened: number | undefined;
  /** The inspector, beside the figure. */
  children: ComponentChildren;
}

/** A recorded call, step by step: as a figure and in words. */
export function Flow(props: FlowProps) {
  const { rows, step, playing, ready, me, words, language, onStep, onPlay, onOpen, opened, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const before = useRef({ step, cardBottom: 0 });
  const shown = step === 0 ? rows : rows.slice(0, step);
  const row = rows[step - 1];
  const reachable = [...shown].reverse().find(isOpenable)?.key;

  // While the page still shows the step before.
  if (before.current.step !== step && side.current !== null) {
    before.current = { step, cardBottom: side.current.getBoundingClientRect().bottom };
  }

  useLayoutEffect(() => {
    const last = lastRow();
    if (step > 0 && last && side.current !== null) follow(last, side.current, before.current.cardBottom);
  }, [step]);

  function lastRow() {
    return frame.current?.querySelector(".ladder-rows > .row:last-child");
  }

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
              opened={opened}
              onOpen={ready ? onOpen : undefined}
            />
          </div>
        </div>
        <div ref={side} class="replay-side">
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
            onOpen={(messages, key) => {
              onOpen(messages, key);
              const last = lastRow();
              if (last) reveal(last);
            }}
          />
          {children}
        </div>
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

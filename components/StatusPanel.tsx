import type { CallView } from "@/lib/client/mod.ts";
import type { Side } from "@/lib/protocol/mod.ts";
import type { CallWords } from "@/words/mod.ts";
import { PathFigure } from "./PathFigure.tsx";
import { RoleChoice } from "./RoleChoice.tsx";
import { detailFor, wordsFor } from "./words.ts";

export interface StatusPanelProps {
  view: CallView;
  /** The page is hydrated; until then the buttons are disabled. */
  ready: boolean;
  /** The side that the page suggests. */
  suggested: Side | null;
  words: CallWords;
  onStart(role: Side): void;
  onHangUp(): void;
}

/** The state of the call, and what the person can do next. */
export function StatusPanel({ view, ready, suggested, words, onStart, onHangUp }: StatusPanelProps) {
  const { state, transport } = view;
  const { title, next } = wordsFor(state, words, suggested);
  const detail = detailFor(state, words);
  const startable = state.phase === "idle" || state.phase === "ended";
  return (
    <section class="panel" aria-label={words.label}>
      <PathFigure phase={state.phase} words={words.figure} />
      <div id="status" class="status" role="status" data-phase={state.phase} data-transport={transport} tabIndex={-1}>
        <h2>{title}</h2>
        <p>{next}</p>
        {detail && <p class="detail" lang={detail.lang}>{detail.text}</p>}
      </div>
      {startable
        ? <RoleChoice ready={ready} suggested={suggested} words={words.roles} onStart={onStart} />
        : <button id="hang-up" type="button" class="button leave" onClick={onHangUp}>{words.hangUp}</button>}
      {!startable && <p class="detail">{words.transports[transport]}</p>}
    </section>
  );
}

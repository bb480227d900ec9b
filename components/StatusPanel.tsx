import type { CallView } from "@/lib/client/mod.ts";
import type { Side } from "@/lib/protocol/mod.ts";
import { PathFigure } from "./PathFigure.tsx";
import { RoleChoice } from "./RoleChoice.tsx";
import { wordsFor } from "./words.ts";

export interface StatusPanelProps {
  view: CallView;
  /** Whether the page has come to life; until then its buttons wait. */
  ready: boolean;
  onStart(role: Side): void;
  onHangUp(): void;
}

/** How the call stands, and what can be done about it now. */
export function StatusPanel({ view: { state, polling }, ready, onStart, onHangUp }: StatusPanelProps) {
  const { title, next } = wordsFor(state);
  const startable = state.phase === "idle" || state.phase === "ended";
  return (
    <section class="panel" aria-label="Call">
      <PathFigure phase={state.phase} />
      <div id="status" class="status" role="status" data-phase={state.phase} tabIndex={-1}>
        <h2>{title}</h2>
        <p>{next}</p>
        {state.phase === "ended" && state.detail && <p class="detail">{state.detail}</p>}
        {polling === "short" && !startable && state.phase !== "open" && <p class="detail">{SHORT_POLLING}</p>}
      </div>
      {startable
        ? <RoleChoice ready={ready} onStart={onStart} />
        : <button id="hang-up" type="button" class="button leave" onClick={onHangUp}>Hang up</button>}
    </section>
  );
}

const SHORT_POLLING = "Something between you and the server cuts long requests off, so this takes a little longer.";

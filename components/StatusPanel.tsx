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
export function StatusPanel({ view: { state, transport }, ready, onStart, onHangUp }: StatusPanelProps) {
  const { title, next } = wordsFor(state);
  const startable = state.phase === "idle" || state.phase === "ended";
  return (
    <section class="panel" aria-label="Call">
      <PathFigure phase={state.phase} />
      <div id="status" class="status" role="status" data-phase={state.phase} data-transport={transport} tabIndex={-1}>
        <h2>{title}</h2>
        <p>{next}</p>
        {state.phase === "ended" && state.detail && <p class="detail">{state.detail}</p>}
      </div>
      {startable
        ? <RoleChoice ready={ready} onStart={onStart} />
        : <button id="hang-up" type="button" class="button leave" onClick={onHangUp}>Hang up</button>}
      {!startable && <p class="detail">{TRANSPORTS[transport]}</p>}
    </section>
  );
}

const TRANSPORTS: Record<CallView["transport"], string> = {
  "websocket": "Signaling over a WebSocket",
  "event-stream": "Signaling over a stream of events",
  "long-poll": "Signaling by long requests: something on the way stops what is faster",
  "short-poll": "Signaling once a second: something on the way cuts long requests off",
};

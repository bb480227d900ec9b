import type { ComponentChildren } from "preact";
import type { CallView } from "@/lib/client/mod.ts";
import type { CallWords } from "@/words/mod.ts";
import { PathFigure } from "./PathFigure.tsx";
import { type Role, RoleChoice, type RoleChoiceProps } from "./RoleChoice.tsx";
import { detailFor, wordsFor } from "./words.ts";

export interface StatusPanelProps {
  view: CallView;
  /** The page is hydrated; until then the buttons are disabled. */
  ready: boolean;
  suggested: RoleChoiceProps["suggested"];
  words: CallWords;
  onStart(role: Role): void;
  onHangUp(): void;
  /** Whether the connection in use is direct, once that is known. */
  isDirect: boolean | undefined;
  /** What is wrong with the call, if anything. */
  diagnosis: ComponentChildren;
  /** What else can be pressed. */
  children: ComponentChildren;
}

/** The state of the call, and what the person can do next. */
export function StatusPanel(
  { view, ready, suggested, words, onStart, onHangUp, isDirect, diagnosis, children }: StatusPanelProps,
) {
  const { state, transport, server } = view;
  const { title, next } = wordsFor(state, words, suggested);
  const detail = detailFor(state, words);
  const startable = state.phase === "idle" || state.phase === "ended";
  return (
    <section class="panel" aria-label={words.label}>
      <PathFigure phase={state.phase} words={words.figure} />
      <div id="status" class="status" role="status" data-phase={state.phase} data-transport={transport} tabIndex={-1}>
        <h2>{title}</h2>
        <p>{next}</p>
        {state.phase === "open" && isDirect !== undefined && (
          <p class={isDirect ? "way direct" : "way"}>{isDirect ? words.ways.direct : words.ways.relayed}</p>
        )}
        {detail && <p class="detail" lang={detail.lang}>{detail.text}</p>}
        {server !== "ok" && <p class="detail" data-server={server}>{words.server[server]}</p>}
      </div>
      {children}
      {startable
        ? <RoleChoice ready={ready} suggested={suggested} words={words.roles} onStart={onStart} />
        : <button id="hang-up" type="button" class="button leave" onClick={onHangUp}>{words.hangUp}</button>}
      {!startable && <p class="detail">{words.transports[transport]}</p>}
      {diagnosis}
    </section>
  );
}

import type { CallState } from "@/lib/client/mod.ts";
import type { CallWords } from "@/words/mod.ts";

export interface PathFigureProps {
  phase: CallState["phase"];
  words: CallWords["figure"];
}

/** Shows how the two sides are connected, through the server or directly. The text beside it says the same. */
export function PathFigure({ phase, words }: PathFigureProps) {
  return (
    <div class="figure" data-stage={STAGES[phase]} aria-hidden="true">
      <span class="server-name">{words.server}</span>
      <svg viewBox="0 12 320 102">
        <path class="way near" d="M62 82 146 40" />
        <path class="way" d="M174 40 258 82" />
        <path class="line" d="M70 94H250" />
        <circle class="packet near" cx="62" cy="82" r="4" />
        <circle class="packet" cx="258" cy="82" r="4" />
        <rect class="server" x="146" y="16" width="28" height="28" rx="8" />
        <circle class="peer near" cx="48" cy="94" r="16" />
        <circle class="peer" cx="272" cy="94" r="16" />
      </svg>
      <span>{words.me}</span>
      <span class="their-name">{words.them}</span>
    </div>
  );
}

const STAGES: Record<CallState["phase"], "apart" | "reaching" | "introducing" | "direct"> = {
  idle: "apart",
  offering: "reaching",
  waiting: "reaching",
  looking: "reaching",
  answering: "introducing",
  connecting: "introducing",
  open: "direct",
  reconnecting: "introducing",
  ended: "apart",
};

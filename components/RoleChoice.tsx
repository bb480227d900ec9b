import type { Side } from "@/lib/protocol/mod.ts";
import type { CallWords } from "@/words/mod.ts";

export interface RoleChoiceProps {
  ready: boolean;
  /** The side that the page suggests. */
  suggested: Side | null;
  words: CallWords["roles"];
  onStart(role: Side): void;
}

/** The two ways to start, each explained. The buttons have the same names in every language. */
export function RoleChoice({ ready, suggested, words, onStart }: RoleChoiceProps) {
  return (
    <div class="roles" role="group" aria-label={words.label} data-suggested={suggested}>
      {(suggested === "callee" ? SIDES.toReversed() : SIDES).map((role) => (
        <div key={role}>
          <button
            type="button"
            class={suggested === null || suggested === role ? "button primary" : "button"}
            lang="en"
            disabled={!ready}
            aria-describedby={`about-${role}`}
            onClick={() => onStart(role)}
          >
            Start {role}
          </button>
          <p id={`about-${role}`} class="hint">{words[role]}</p>
        </div>
      ))}
    </div>
  );
}

const SIDES: readonly Side[] = ["caller", "callee"];
